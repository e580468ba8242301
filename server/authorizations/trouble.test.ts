import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { GET } from '@/app/callback/route';
import { env } from '@/server/env';
import { forget } from '@/server/shared';
import { connect, land, newBrowser, startAuthorization } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { drainJournal } from './drain-journal';
import { getAuthorization } from './find-authorization';
import { journalFolder } from './journal-sheets';
import { resumeExchange } from './resume-authorizations';

const tiktok = useTikTok();
afterEach(() => tiktok.current.world.faults.clear());

async function stage() {
  const team = await createTeam();
  return { team, operator: await createPerson(team, 'operator'), app: await createKnownApp(team) };
}

/** The job's turn, without its pause. */
async function tryAgain(teamId: string, authorizationId: string) {
  await db.authorization.update({ where: { id: authorizationId }, data: { leaseUntil: null } });
  await resumeExchange({ teamId, authorizationId });
}

const fail = (fault: object) =>
  tiktok.current.world.faults.plan({ endpoint: 'oauth2/access_token', times: 1, ...fault } as never);
const tokensOf = (location: string) =>
  [...tiktok.current.world.tokens.values()].filter(({ authCode }) => location.includes(authCode!)).length;

test.for([
  ['500', { kind: 'status', status: 500 }],
  ['502 with a page', { kind: 'html', status: 502 }],
  ['503', { kind: 'status', status: 503 }],
  ['a page instead of an answer', { kind: 'html' }],
  ['an empty answer', { kind: 'body', body: '' }],
  ['a reset', { kind: 'reset' }],
  ['40100', { kind: 'code', code: 40100 }],
  ['50000', { kind: 'code', code: 50000 }],
] as const)('%s five times, and then an answer: one token, and no more calls than tries', async ([, fault]) => {
  const { team, operator, app } = await stage();
  fail({ ...fault, times: 5 });
  const { id, location } = await connect(tiktok.current, operator, app);
  for (let tries = 1; tries < 5; tries++) {
    expect(await getAuthorization(operator, { id })).toMatchObject({ status: 'claimed', tries });
    await tryAgain(team.id, id);
  }
  await tryAgain(team.id, id);
  expect(await getAuthorization(operator, { id })).toMatchObject({ outcome: 'connected' });
  expect(tokensOf(location)).toBe(1);
});

test('each try waits longer than the one before, a minute at most; fifty minutes after the code none follows', async () => {
  const { team, operator, app } = await stage();
  fail({ kind: 'status', status: 503, times: 10 });
  const { id } = await connect(tiktok.current, operator, app);
  for (let tries = 0; tries < 8; tries++) {
    const seconds = await takeJob(id);
    expect(seconds).toBeGreaterThanOrEqual(Math.min(60, 2 ** tries / 2));
    expect(seconds).toBeLessThanOrEqual(Math.min(60, Math.ceil(1.5 * 2 ** tries)));
    await tryAgain(team.id, id);
  }
  await takeJob(id);
  const codeAt = new Date(Date.now() - 51 * 60_000);
  await db.authorization.update({ where: { id }, data: { codeAt } });
  await tryAgain(team.id, id);
  expect(await getAuthorization(operator, { id })).toMatchObject({ status: 'lost' });
  expect(await takeJob(id)).toBeUndefined();
});

/** How long its next try was put off, in seconds; nobody does it then. */
async function takeJob(id: string): Promise<number | undefined> {
  const [job] = await db.$queryRaw<{ seconds: number }[]>`
    DELETE FROM pgboss.job WHERE name = 'authorization.exchange' AND singleton_key = ${id} AND state = 'created'
    RETURNING round(extract(epoch FROM start_after - created_on))::float8 AS seconds`;
  return job?.seconds;
}

test('nobody listens at TikTok’s address: the code waits, and works once somebody does', async () => {
  const { team, operator, app } = await stage();
  const { TIKTOK_API_URL } = env();
  env().TIKTOK_API_URL = await nobodysAddress();
  const { id, location } = await connect(tiktok.current, operator, app);
  expect(await getAuthorization(operator, { id })).toMatchObject({ status: 'claimed', tries: 1 });
  env().TIKTOK_API_URL = TIKTOK_API_URL;
  await tryAgain(team.id, id);
  expect(await getAuthorization(operator, { id })).toMatchObject({ outcome: 'connected' });
  expect(tokensOf(location)).toBe(1);
});

async function nobodysAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

test.for([
  ['cut off', { kind: 'truncate', at: 90 }],
  ['broken off', { kind: 'truncate', at: 90, declareAll: true }],
  ['a page', { kind: 'html', consume: true }],
] as const)(
  'an answer that is %s after the code was used: told as lost, and kept sealed on the disk',
  async ([, fault]) => {
    const { team, operator, app } = await stage();
    fail(fault);
    const { id, location } = await connect(tiktok.current, operator, app);
    await drainJournal();
    await tryAgain(team.id, id);
    expect(await getAuthorization(operator, { id })).toMatchObject({ outcome: 'lost' });
    const kept = await keptFor(id);
    expect(kept).toHaveLength(1);
    const token = [...tiktok.current.world.tokens.values()].find(({ authCode }) => location.includes(authCode!))!;
    expect(kept[0]).not.toContain(token.value.slice(0, 12));
  },
);

async function keptFor(id: string): Promise<string[]> {
  const files = await readdir(journalFolder());
  const texts = await Promise.all(files.map((file) => readFile(join(journalFolder(), file), 'utf8')));
  return texts.filter((text) => text.includes(id));
}

test('a disk that takes no journal: nothing is used, and the same address works afterwards', async () => {
  const { operator, app } = await stage();
  const browser = newBrowser();
  const { id, url } = await startAuthorization(operator, app, browser);
  const location = tiktok.current.authorize({ url });
  const headers = await headersOf(operator);
  const [[name, secret] = []] = browser.cookies;
  headers.set('cookie', `${headers.get('cookie')}; ${name}=${secret}`);
  const come = () => GET(new Request(location, { headers }));
  const before = tiktok.current.world.traffic.count('oauth2/access_token');
  const { DATA_DIR } = env();
  const noFolder = `${DATA_DIR}-nothing`;
  await writeFile(noFolder, '');
  env().DATA_DIR = noFolder;
  // Those that are open already have their room.
  forget('spare journal sheets');
  const refused = await come();
  env().DATA_DIR = DATA_DIR;
  await rm(noFolder);
  expect([refused.status, refused.headers.getSetCookie()]).toEqual([503, []]);
  expect(await getAuthorization(operator, { id })).toMatchObject({ status: 'pending' });
  expect(tiktok.current.world.traffic.count('oauth2/access_token')).toBe(before);
  expect((await come()).status).toBe(303);
  expect(await getAuthorization(operator, { id })).toMatchObject({ outcome: 'connected' });
});

test('two tabs of one browser, finished the other way round', async () => {
  const { operator, app } = await stage();
  const browser = newBrowser();
  const tabs = [];
  for (let tab = 0; tab < 2; tab++) {
    const { id, url } = await startAuthorization(operator, app, browser);
    tabs.push({ id, location: tiktok.current.authorize({ url }) });
  }
  for (const { id, location } of tabs.toReversed()) {
    await land(location, browser, operator.id);
    expect(await getAuthorization(operator, { id })).toMatchObject({ outcome: 'connected' });
  }
});
