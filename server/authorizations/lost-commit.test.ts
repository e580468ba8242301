import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { disconnect } from '@/server/database/client';
import { env } from '@/server/env';
import { stopJobs } from '@/server/jobs/boss';
import { land, newBrowser, startAuthorization } from '@/test/authorize';
import { type Actor } from '@/server/auth/actor';
import { db } from '@/test/database';
import { deafProxy } from '@/test/deaf-proxy';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { getAuthorization } from './find-authorization';
import { keptReplies } from './journal';
import { resumeExchange } from './resume-authorizations';

describe.runIf(process.env.TEST_DATABASE_URL)('the database commits, and its answer is lost', () => {
  const tiktok = useTikTok();
  let proxy: Awaited<ReturnType<typeof deafProxy>>;
  beforeAll(async () => {
    proxy = await deafProxy(env().DATABASE_URL!);
    await disconnect();
    env().DATABASE_URL = proxy.url;
  });
  afterAll(async () => {
    await stopJobs();
    await disconnect();
    proxy.close();
  });

  async function pending() {
    const team = await createTeam();
    const operator = await createPerson(team, 'operator');
    const browser = newBrowser();
    const { id, url } = await startAuthorization(operator, await createKnownApp(team), browser);
    const location = tiktok.current.authorize({ url });
    const code = new URL(location).searchParams.get('auth_code')!;
    return {
      ...{ id, team, operator },
      come: () => land(location, { ...browser, setCookie: () => undefined }, operator.id),
      exchanges: () => tiktok.current.world.codes.get(code)?.exchanges,
    };
  }

  test('of the claim: nothing is traded by whoever cannot know, and the code is traded once', async () => {
    const { id, team, operator, come, exchanges } = await pending();
    proxy.loseNextCommit();
    await expect(come()).rejects.toThrow();
    expect(proxy.hasLost()).toBe(true);
    expect(await come()).toEqual({ authorizationId: id });
    expect([await statusOf(operator, id), exchanges()]).toEqual(['claimed', 0]);
    await db.authorization.update({ where: { id }, data: { leaseUntil: new Date(0) } });
    await resumeExchange({ teamId: team.id, authorizationId: id });
    expect([await statusOf(operator, id), exchanges()]).toEqual(['connected', 1]);
  });

  test('of the token: it is there, once, and the journal lets go of it by itself', async () => {
    const { id, team, operator, come, exchanges } = await pending();
    tiktok.current.world.faults.slow(500, 'oauth2/access_token');
    const asked = tiktok.current.world.traffic.count('oauth2/access_token');
    const coming = come();
    await vi.waitFor(() => expect(tiktok.current.world.traffic.count('oauth2/access_token')).toBe(asked + 1), 5_000);
    proxy.loseNextCommit();
    expect(await coming).toEqual({ authorizationId: id });
    expect(proxy.hasLost()).toBe(true);
    expect((await keptReplies()).map((kept) => kept.authorizationId)).toContain(id);
    await vi.waitFor(async () => {
      expect((await keptReplies()).map((kept) => kept.authorizationId)).not.toContain(id);
    }, 10_000);
    expect([await statusOf(operator, id), exchanges()]).toEqual(['connected', 1]);
    expect(await db.connection.count({ where: { teamId: team.id } })).toBe(1);
  });
});

const statusOf = async (actor: Actor, id: string) => (await getAuthorization(actor, { id })).status;
