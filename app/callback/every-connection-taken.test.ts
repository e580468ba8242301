import { afterEach, describe, expect, test } from 'vitest';
import { GET } from '@/app/callback/route';
import { openedPool } from '@/server/database/connection';
import { startAuthorization, newBrowser } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';

const tiktok = useTikTok();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const given: (() => unknown)[] = [];
afterEach(() => Promise.all(given.splice(0).map((back) => back())));

/** A browser that comes back from TikTok, with all that it needs to be connected. */
async function arrival() {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const browser = newBrowser();
  const { id, url } = await startAuthorization(operator, await createKnownApp(team), browser);
  const headers = await headersOf(operator);
  const [[name, secret] = []] = browser.cookies;
  headers.set('cookie', `${headers.get('cookie')}; ${name}=${secret}`);
  return { id, request: new Request(tiktok.current.authorize({ url }), { headers }) };
}

async function takeEach() {
  const pool = openedPool()!;
  const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  given.push(() => clients.forEach((client) => client.release()));
}

async function sleep() {
  const { max } = openedPool()!.options;
  const sleeping = Promise.allSettled(Array.from({ length: max }, () => db.$queryRaw`SELECT pg_sleep(5)::text`));
  given.push(() => sleeping);
  await pause(300);
}

const ways = process.env.TEST_DATABASE_URL ? [takeEach, sleep] : [takeEach];

describe.each(ways)('with every connection taken (%o)', (take) => {
  test('a callback becomes a connection, and everybody else waits', async () => {
    const arrivals = await Promise.all([arrival(), arrival(), arrival(), arrival()]);
    await db.$queryRaw`SELECT 1`;
    await take();
    const others = Promise.race([db.team.count(), pause(1_000).then(() => 'waiting')]);
    const answers = await Promise.all(arrivals.map(({ request }) => GET(request)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await others).toBe('waiting');
    await Promise.all(given.splice(0).map((back) => back()));
    const rows = await db.authorization.findMany({
      where: { id: { in: arrivals.map(({ id }) => id) } },
      select: { status: true },
    });
    expect(rows.map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'connected'));
  });
});
