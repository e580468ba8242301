import { afterEach, expect, test, vi } from 'vitest';
import { land, newBrowser, startAuthorization } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { getAuthorization } from './find-authorization';
import { resumeAuthorizations } from './resume-authorizations';

const tiktok = useTikTok();
afterEach(() => void vi.useRealTimers());

/** This process's clock is wrong; that of the database, which the others go by, is not. */
function clockIsWrongBy(minutes: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
}

async function pending() {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const browser = newBrowser();
  const { id, url } = await startAuthorization(operator, await createKnownApp(team), browser);
  const location = tiktok.current.authorize({ url });
  return { id, operator, come: () => land(location, browser, operator.id) };
}

test.each([-600, -10, 10, 600])('made by a clock that is %i minutes off, it lives as long as it says', async (off) => {
  clockIsWrongBy(off);
  const { id } = await pending();
  const [row] = await db.$queryRaw<{ left: number }[]>`
    SELECT extract(epoch FROM "expiresAt" - now())::float8 AS left FROM "Authorization" WHERE id = ${id}::uuid`;
  expect(Math.abs(row!.left - 3600)).toBeLessThan(20);
});

test.each([-600, 50])('a clock that jumps by %i minutes ends none early, and keeps none too long', async (off) => {
  const [inTime, late] = [await pending(), await pending()];
  const expires = (id: string, seconds: number) => db.$executeRaw`
    UPDATE "Authorization" SET "expiresAt" = now() + make_interval(secs => ${seconds}::int) WHERE id = ${id}::uuid`;
  await expires(inTime.id, 120);
  await expires(late.id, -1);
  clockIsWrongBy(off);
  await resumeAuthorizations();
  await inTime.come();
  await late.come();
  expect((await getAuthorization(inTime.operator, { id: inTime.id })).status).toBe('connected');
  expect((await getAuthorization(late.operator, { id: late.id })).status).toBe('expired');
});
