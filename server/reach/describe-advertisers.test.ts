import { expect, test } from 'vitest';
import { turnsAtOnce } from '@/server/budget/turns';
import { openApp } from '@/server/credentials/open-app';
import { db } from '@/test/database';
import { createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { describeAdvertisers } from './describe-advertisers';
import { saveGrants } from './save-grants';
import { undescribed } from './undescribed';

const tiktok = useTikTok();

async function newcomers(count: number) {
  const team = await createTeam();
  const app = await createKnownApp(team);
  const { id, token, user } = await liveConnection(tiktok.current, team, app, { as: 'enterprise' });
  const reached = user.advertiserIds.slice(0, count);
  await db.$transaction((tx) => saveGrants(tx, { teamId: team.id, connectionId: id }, reached));
  const opened = await openApp({ teamId: team.id, id: app.id });
  const holder = { teamId: team.id, connectionId: id };
  const describe = async () =>
    describeAdvertisers(
      opened,
      { teamId: team.id, accessToken: token.value },
      await undescribed(holder, new Date(0)),
      turnsAtOnce(),
    );
  const left = () => db.advertiser.count({ where: { teamId: team.id, describedAt: null } });
  return { team, describe, left };
}

test('describes all of them, a hundred a call, each once', async () => {
  const { team, describe, left } = await newcomers(250);
  const callsBefore = tiktok.current.world.traffic.counts.get('advertiser/info') ?? 0;
  await describe();
  expect(await left()).toBe(0);
  expect(tiktok.current.world.traffic.counts.get('advertiser/info')! - callsBefore).toBe(3);
  const nameless = { teamId: team.id, OR: [{ name: null }, { currency: null }, { status: null }] };
  expect(await db.advertiser.count({ where: nameless })).toBe(0);
});

test('keeps what was described when TikTok asks to slow down, and goes on from there', async () => {
  const { describe, left } = await newcomers(250);
  const { faults } = tiktok.current.world;
  faults.plan({ endpoint: 'advertiser/info', kind: 'code', code: 40100 });
  await describe();
  expect(await left()).toBe(250);
  await describe();
  expect(await left()).toBe(0);
});

test('one ad account that is gone does not hold up the others', async () => {
  const { describe, left } = await newcomers(150);
  tiktok.current.world.faults.plan({
    endpoint: 'advertiser/info',
    kind: 'code',
    code: 40001,
    message: "advertiser 7 doesn't exist or has been deleted",
  });
  await describe();
  expect(await left()).toBe(0);
});
