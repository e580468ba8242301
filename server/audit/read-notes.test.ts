import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { db } from '@/test/database';
import { createTeam } from '@/test/factories';
import { noteEnds } from './note-ends';
import { readNotes } from './read-notes';
import { record } from './record';
import { verifyChain } from './verify-chain';

const folder = mkdtempSync(join(tmpdir(), 'grantboard-notes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what the log notes of an audit each hour is read again, among other lines, and verified against', async () => {
  const team = await createTeam();
  const tell = (action: 'team.created' | 'team.changed') =>
    db.$transaction((tx) => record(tx, systemActor(team.id), action, { kind: 'team', id: team.id }));
  const lines: string[] = [];
  // As pino writes it, and a container’s log has it.
  const write = (facts: object, msg: string) =>
    void lines.push(`grantboard-1  | ${JSON.stringify({ level: 30, ...facts, msg })}`);
  for (const action of ['team.created', 'team.changed', 'team.changed'] as const) {
    await tell(action);
    await noteEnds(write);
  }
  const file = join(folder, 'log');
  writeFileSync(file, ['no JSON', '{"msg":"audit end"}', '{"msg":"audit end', ...lines, ''].join('\n'));
  const witnesses = (await readNotes(file)).get(team.id)!;
  expect([...witnesses.keys()]).toEqual([1n, 2n, 3n]);
  expect(await verifyChain(team.id, { witnesses })).toMatchObject({ fault: null, upTo: 3n });
  expect((await verifyChain(team.id, { witnesses: witnesses.set(2n, witnesses.get(1n)!) })).fault).toEqual({
    sequence: 2n,
    reason: 'rewritten',
  });
  const team2 = (await readNotes(file)).get(team.id)!.set(4n, 'later');
  expect((await verifyChain(team.id, { witnesses: team2 })).fault).toEqual({ sequence: 4n, reason: 'cut' });
});
