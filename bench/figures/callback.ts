import { caller, inLoop, type Driven } from '../drive';
import { makeAttempts } from '../attempts';
import { startFloor } from '../floor/start';
import type { Figure } from '../figure';
import type { Stage } from '../stage';

const count = 1_500;

/** Claim, exchange, journal, save, redirect. What TikTok's stand-in itself takes is measured apart and taken out. */
export const callback: Figure = {
  name: 'callback',
  async measure(stage) {
    const tiktokMs = await timeOfExchange(stage, 300);
    await land(stage, stage.appUrl, 100);
    const ours = await land(stage, stage.appUrl, count);
    const { rows } = await stage.database.query<{ connected: number }>(
      `SELECT count(*)::int AS connected FROM "Authorization" WHERE "teamId" = $1 AND status = 'connected'`,
      [stage.team.id],
    );
    if (rows[0]!.connected < count) throw new Error(`Only ${rows[0]!.connected} of ${count} callbacks were connected.`);
    const floor = await startFloor(stage);
    const bare = await land(stage, floor.url, count).finally(floor.stop);
    const p50 = ours.p50 - tiktokMs;
    const perSecond = 10_000 / (10_000 / ours.perSecond - tiktokMs);
    return [
      { what: 'callback, c=10', value: perSecond, unit: '/s', target: { atLeast: 250 }, floor: bare.perSecond },
      { what: 'callback, p50', value: p50, unit: 'ms', target: { atMost: 35 }, floor: bare.p50 },
      { what: 'callback against its floor', value: bare.perSecond / ours.perSecond, unit: '×', target: { atMost: 3 } },
    ];
  },
};

async function land(stage: Stage, origin: string, count: number): Promise<Driven> {
  const attempts = await makeAttempts(stage, count);
  const browser = caller(origin);
  const driven = await inLoop(count, 10, async (n) => {
    const { path, cookie } = attempts[n]!;
    return (await browser.send(path, { headers: { cookie } })).status === 303;
  });
  await browser.close();
  if (driven.refused > 0) throw new Error(`${driven.refused} of ${count} callbacks were not answered with a redirect.`);
  return driven;
}

/** One exchange at the stand-in by itself, two at a time, as many as wait there while Grantboard works. */
async function timeOfExchange(stage: Stage, count: number): Promise<number> {
  const attempts = await makeAttempts(stage, count);
  const tiktok = caller(stage.tiktokUrl);
  const { p50 } = await inLoop(count, 2, async (n) => {
    const auth_code = new URLSearchParams(attempts[n]!.path.split('?')[1]).get('auth_code');
    const body = { app_id: stage.app.appId, secret: stage.app.secret, auth_code };
    const { text } = await tiktok.send('/open_api/v1.3/oauth2/access_token/', { method: 'POST', body });
    return text.includes('access_token');
  });
  await tiktok.close();
  return p50;
}
