import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isPassword } from '@/server/auth/password';
import { env } from '@/server/env';
import { createTeam } from '@/test/factories';
import { keptReplies, openJournal } from './journal';

const answer = (length: number) => ({ httpStatus: 200, body: Buffer.from('a'.repeat(length)) });

async function opened() {
  const team = await createTeam();
  const id = randomUUID();
  return { id, journal: await openJournal(team.id, id) };
}

const folder = () => join(env().DATA_DIR, 'journal');
const files = async () => new Set(await readdir(folder()).catch(() => []));
const keptOf = async (id: string) => (await keptReplies()).filter(({ authorizationId }) => authorizationId === id);

async function filesWith(text: RegExp): Promise<string[]> {
  const all = await Promise.all([...(await files())].map((file) => readFile(join(folder(), file), 'utf8')));
  return all.filter((content) => text.test(content));
}

test('takes its room before an answer comes', async () => {
  const before = await files();
  const many = await Promise.all(Array.from({ length: 5 }, opened));
  const made = [...(await files())].filter((file) => !before.has(file));
  expect(made.length).toBeGreaterThan(0);
  for (const file of made) expect((await stat(join(folder(), file))).size).toBe(64 * 1024);
  for (const { journal } of many) await journal.close();
});

test('leaves nothing of an answer that is no longer needed, and uses its room again', async () => {
  const { id, journal } = await opened();
  await journal.keep(answer(3_000));
  expect(await filesWith(new RegExp(id))).toHaveLength(1);
  await journal.drop();
  await journal.close();
  expect(await filesWith(new RegExp(id))).toEqual([]);
  const before = await files();
  const next = await opened();
  expect(await files()).toEqual(before);
  await next.journal.close();
});

test('keeps an answer even when its room was removed meanwhile', async () => {
  const first = await opened();
  await first.journal.close();
  await rm(folder(), { recursive: true });
  const { id, journal } = await opened();
  await journal.keep(answer(10));
  await journal.close();
  expect(await keptOf(id)).toMatchObject([{ reply: answer(10) }]);
});

test('reads what an earlier version kept under the name of its authorization', async () => {
  const { id, journal } = await opened();
  await journal.keep(answer(10));
  await journal.close();
  const file = (await keptOf(id))[0]!.file;
  const { teamId, sealed } = JSON.parse((await readFile(join(folder(), file), 'utf8')).replace(/\n[^]*$/, ''));
  await rm(join(folder(), file));
  await writeFile(join(folder(), `${id}.0123456789ab`), `${JSON.stringify({ teamId, sealed })}\n`);
  expect(await keptOf(id)).toMatchObject([{ reply: answer(10) }]);
});

test('gives back the last answer, however long the one before it was', async () => {
  const { id, journal } = await opened();
  await journal.keep(answer(100_000));
  await journal.keep(answer(10));
  await journal.close();
  expect(await keptOf(id)).toMatchObject([{ reply: answer(10) }]);
});

test('is left alone while its exchange is under way', async () => {
  const { id, journal } = await opened();
  await journal.keep(answer(10));
  expect(await keptOf(id)).toEqual([]);
  await journal.close();
  expect(await keptOf(id)).toHaveLength(1);
});

test('is removed when a crash left it empty, but not while another process may be about to write to it', async () => {
  const path = join(env().DATA_DIR, 'journal', `${randomUUID()}.0123456789ab`);
  await writeFile(path, Buffer.alloc(64 * 1024));
  await keptReplies();
  await expect(stat(path)).resolves.toBeDefined();
  await utimes(path, 0, 0);
  await keptReplies();
  await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('takes an answer within a second while two hundred people sign in', async () => {
  const signIns = Promise.all(Array.from({ length: 200 }, () => isPassword('not the password of anybody', null)));
  let longest = 0;
  for (let count = 0; count < 10; count++) {
    const startedAt = performance.now();
    const { journal } = await opened();
    await journal.keep(answer(3_000));
    await journal.drop();
    await journal.close();
    longest = Math.max(longest, performance.now() - startedAt);
  }
  expect(longest).toBeLessThan(1_000);
  await signIns;
});
