import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { saveGrants } from '@/server/reach/save-grants';
import { revokeToken } from '@/simulator/tokens';
import { db } from '@/test/database';
import { createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { openConnection } from './open-connection';
import { runCheck } from './run-check';
import { saveCheck } from './save-check';

const tiktok = useTikTok();
afterEach(() => tiktok.current.world.faults.clear());

async function connected() {
  const team = await createTeam();
  const actor = systemActor(team.id);
  const { id, token } = await liveConnection(tiktok.current, team, await createKnownApp(team));
  const check = () => runCheck(actor, { id, trigger: 'pipeline' });
  const row = () => db.connection.findUniqueOrThrow({ where: { id } });
  return { actor, id, token, check, row, checks: () => db.check.count({ where: { connectionId: id } }) };
}

/** A check that TikTok has answered when this returns; its answers are a second under way. */
async function begun(check: () => Promise<unknown>, bytesPerSecond = 250): Promise<{ end: () => Promise<unknown> }> {
  const { faults } = tiktok.current.world;
  for (const endpoint of ['user/info', 'oauth2/advertiser/get']) {
    faults.plan({ endpoint, kind: 'drip', bytesPerSecond });
  }
  const ended = check();
  await expect.poll(() => faults.list().length, { timeout: 10_000 }).toBe(0);
  return { end: () => ended };
}

test('the reach that a later check saw stays when an earlier one ends last', async () => {
  const { token, check, row, checks } = await connected();
  const all = token.advertiserIds;
  token.advertiserIds = all.slice(0, 1);
  const earlier = await begun(check);
  token.advertiserIds = all;
  await check();
  const { lastCheckedAt } = await row();
  await earlier.end();
  expect(await row()).toMatchObject({ advertiserCount: 3, lastCheckedAt });
  expect(await checks()).toBe(1);
});

test('no earlier check casts a suspicion on a token that works', async () => {
  const { token, check, row } = await connected();
  revokeToken(token);
  const earlier = await begun(check);
  token.alive = true;
  await check();
  await earlier.end();
  expect(await row()).toMatchObject({ state: 'healthy', suspectedAt: null, lastCheckError: null });
});

test('an earlier check that takes more than a minute confirms no suspicion', async () => {
  const { id, token, check, row } = await connected();
  revokeToken(token);
  const earlier = await begun(check);
  await check();
  await db.connection.update({ where: { id }, data: { suspectedAt: new Date(Date.now() - 61_000) } });
  await earlier.end();
  expect((await row()).state).toBe('healthy');
  expect(await check()).toBe(true);
  expect((await row()).state).toBe('auth_broken');
});

test('two that end in the order in which they began are both kept', async () => {
  const { token, check, row, checks } = await connected();
  const earlier = await begun(check);
  token.advertiserIds = token.advertiserIds.slice(0, 2);
  const later = await begun(check, 100);
  await earlier.end();
  await later.end();
  expect(await row()).toMatchObject({ advertiserCount: 2 });
  expect(await checks()).toBe(2);
});

test('what a later check saw is kept whole, where an earlier one changed it just before', async () => {
  const { actor, id, check, row, token } = await connected();
  await check();
  const later = await openConnection(actor, id);
  const advertisers = token.advertiserIds.map((advertiserId) => ({ advertiserId }));
  const checked = { trigger: 'pipeline', finding: { kind: 'works' as const }, confirmed: false, durationMs: 1 };
  let kept: Promise<unknown> | undefined;
  await db.$transaction(async (tx) => {
    await saveGrants(tx, { teamId: actor.teamId, connectionId: id }, token.advertiserIds.slice(0, 1));
    kept = saveCheck(actor, later, { ...checked, reach: { user: null, advertisers } });
    await sleep(500);
  });
  await kept;
  expect(await row()).toMatchObject({ advertiserCount: 3 });
});
