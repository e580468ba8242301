import { afterAll, expect, test } from 'vitest';
import { resumeAuthorizations } from '@/server/authorizations/resume-authorizations';
import { stopJobs } from '@/server/jobs/boss';
import { letGo } from '@/server/reach/let-go';
import { saveGrantsInParts } from '@/server/reach/save-grants-in-parts';
import { db } from '@/test/database';
import { dieAfter } from '@/test/die-after';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { forgetToken } from './forget-token';

afterAll(stopJobs);

const many = Array.from({ length: 10_000 }, (_, at) => String(7_020_000_000_000_000_001n + BigInt(at)));

/** A connection that reaches ten thousand advertisers, whose grant TikTok has ended. */
async function stage() {
  const team = await createTeam();
  const admin = await createPerson(team, 'admin');
  const { id } = await createConnectionRow(team, await createAppRow(team));
  const holder = { teamId: team.id, connectionId: id };
  await saveGrantsInParts(holder, many, { mayGoOn: () => Promise.resolve(true) });
  const answer = { alreadyDead: false, advertiserIds: null, requestId: 'request' };
  const where = { teamId_id: { teamId: team.id, id } };
  const row = () =>
    db.connection.findUniqueOrThrow({ where, select: { state: true, advertiserCount: true, tokenHash: true } });
  const { tokenHash } = await row();
  const forget = () => forgetToken(admin, { id, reason: 'Over', tokenHash: tokenHash!, answer });
  /** How many it is said to reach, its grants, and how many advertisers are said to be reached with a token that works. */
  const counts = async () => {
    const [counted] = await db.$queryRaw<{ said: number; grants: number; live: number }[]>`
      SELECT c."advertiserCount" AS said, (SELECT count(*) FROM "Grant" g WHERE g."connectionId" = c.id)::int AS grants,
        (SELECT count(*) FROM "AdvertiserReach" r WHERE r."teamId" = c."teamId" AND r."liveCount" > 0)::int AS live
      FROM "Connection" c WHERE c."teamId" = ${team.id}::uuid`;
    return counted!;
  };
  const told = async () => {
    const events = await db.connectionEvent.findMany({ where: holder });
    const lines = await db.auditEvent.findMany({ where: { teamId: team.id, action: 'connection.revoked' } });
    return [...events, ...lines].map(({ data }) => data);
  };
  return { holder, forget, row, counts, told };
}

const toldOnce = [
  { lostCount: 10_000, lastTokens: 10_000 },
  { advertisers: 10_000, lastTokens: 10_000 },
];

test('it is revoked for everybody at once, and others are answered while its advertisers are let go', async () => {
  const { holder, forget, row, counts, told } = await stage();
  let settled = false;
  const forgotten = forget().finally(() => (settled = true));
  const seen = new Set<number>();
  while (!settled) {
    const { state } = await row();
    const { said, grants, live } = await counts();
    expect(said).toBe(grants);
    if (state === 'revoked') expect(live).toBe(0);
    seen.add(said);
  }
  expect(await forgotten).toMatchObject({ id: holder.connectionId, state: 'revoked', advertiserCount: 0 });
  expect(await counts()).toEqual({ said: 0, grants: 0, live: 0 });
  expect(await told()).toMatchObject(toldOnce);
  // Between most of the ten parts; none of them is longer than others may wait for.
  expect(seen.size).toBeGreaterThan(4);
}, 120_000);

test.each([1, 4])(
  'killed after %i transactions, it stays revoked and is told once, and the next resume has the rest let go',
  async (count) => {
    const { holder, forget, row, counts, told } = await stage();
    await dieAfter(count, forget);
    const left = 10_000 - count * 1_000;
    expect(await row()).toEqual({ state: 'revoked', advertiserCount: left, tokenHash: null });
    expect(await counts()).toEqual({ said: left, grants: left, live: 0 });
    await db.connection.update({
      where: { id: holder.connectionId },
      data: { revokedAt: new Date(Date.now() - 90_000) },
    });
    await resumeAuthorizations();
    const [job] = await db.$queryRaw<{ data: typeof holder }[]>`
      SELECT data FROM pgboss.job WHERE name = 'connection.let_go' AND data->>'connectionId' = ${holder.connectionId}`;
    expect(job!.data).toEqual(holder);
    await letGo(job!.data);
    expect(await counts()).toEqual({ said: 0, grants: 0, live: 0 });
    expect(await told()).toMatchObject(toldOnce);
  },
  120_000,
);

test('one that works again keeps what it has', async () => {
  const { holder, forget, counts } = await stage();
  await dieAfter(2, forget);
  await db.connection.update({ where: { id: holder.connectionId }, data: { state: 'healthy' } });
  await letGo(holder);
  expect(await counts()).toEqual({ said: 8_000, grants: 8_000, live: 8_000 });
}, 120_000);
