import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrate } from '@/server/database/migrate';
import { stopJobs } from '@/server/jobs/boss';
import { startJobs } from '@/server/workers';
import { land, newBrowser, startAuthorization } from '@/test/authorize';
import { postgresCluster } from '@/test/postgres-cluster';
import { noteInterrupted, resumeInterrupted } from './interrupted';
import { keptReplies } from './journal';

const cluster = process.env.TEST_DATABASE_URL ? postgresCluster() : undefined;
if (cluster) {
  process.env.DATABASE_URL = cluster.url;
  await migrate({ connectionString: cluster.url });
}
// What they import opens the vault at once.
const { db } = await import('@/test/database');
const { createPerson, createTeam } = await import('@/test/factories');
const { createKnownApp, useTikTok } = await import('@/test/tiktok');

describe.runIf(cluster)('PostgreSQL breaks off', () => {
  const tiktok = useTikTok();
  beforeAll(startJobs);
  afterEach(() => {
    tiktok.current.world.faults.clear();
    cluster?.start();
  });
  afterAll(async () => {
    await stopJobs();
    await db.$disconnect();
    cluster?.remove();
  });

  async function pending() {
    const team = await createTeam();
    const operator = await createPerson(team, 'operator');
    const browser = newBrowser();
    const { id, url } = await startAuthorization(operator, await createKnownApp(team), browser);
    const location = tiktok.current.authorize({ url });
    const code = new URL(location).searchParams.get('auth_code')!;
    return {
      id,
      code,
      come: () => land(location, browser, operator.id),
      exchanges: () => tiktok.current.world.codes.get(code)?.exchanges,
    };
  }
  const statusOf = async (id: string) =>
    (await db.authorization.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;
  const connected = (id: string) =>
    vi.waitFor(async () => expect(await statusOf(id)).toBe('connected'), { timeout: 15_000, interval: 100 });
  /** Stops the database as soon as TikTok is asked to trade a code; what jobs ask of it meanwhile is no sign. */
  async function stopWhenAsked() {
    const { traffic } = tiktok.current.world;
    const asked = () => traffic.count('oauth2/access_token');
    const before = asked();
    await vi.waitFor(() => expect(asked()).toBeGreaterThan(before), { timeout: 10_000, interval: 5 });
    cluster?.stop('immediate');
  }

  test('before a callback: its code stays unused, and the same address works once it is back', async () => {
    const { id, come, exchanges } = await pending();
    cluster?.stop('immediate');
    await expect(come()).rejects.toThrow();
    expect(exchanges()).toBe(0);
    cluster?.start();
    await come();
    expect(await statusOf(id)).toBe('connected');
  });

  test('while TikTok answers: the token is on the disk, and in the database seconds after it is back', async () => {
    const { id, come, exchanges } = await pending();
    tiktok.current.world.faults.slow(1_500, 'oauth2/access_token');
    await Promise.all([come(), stopWhenAsked()]);
    expect((await keptReplies()).map(({ authorizationId }) => authorizationId)).toContain(id);
    cluster?.start();
    await connected(id);
    expect(exchanges()).toBe(1);
  });

  test('while TikTok fails: the code is tried again seconds after, not at the end of its lease', async () => {
    const { id, come } = await pending();
    tiktok.current.world.faults.plan({ endpoint: 'oauth2/access_token', kind: 'status', status: 503 });
    tiktok.current.world.faults.slow(1_500, 'oauth2/access_token');
    await Promise.all([come(), stopWhenAsked()]);
    tiktok.current.world.faults.clear();
    cluster?.start();
    await connected(id);
  });

  test('whoever took the lease meanwhile keeps it', async () => {
    const { id, come } = await pending();
    tiktok.current.world.faults.plan({ endpoint: 'oauth2/access_token', kind: 'status', status: 503 });
    await come();
    const leaseUntil = new Date(Date.now() + 60_000);
    const { teamId } = await db.authorization.update({ where: { id }, data: { leaseUntil } });
    noteInterrupted({ teamId, id, leasedAt: performance.now() - 80_000 });
    await resumeInterrupted();
    const row = await db.authorization.findUniqueOrThrow({ where: { id }, select: { leaseUntil: true } });
    expect(row).toEqual({ leaseUntil });
  });
});
