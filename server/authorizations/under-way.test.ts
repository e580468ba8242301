import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { land, newBrowser, startAuthorization } from '@/test/authorize';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { getAuthorization } from './find-authorization';
import { countUnderWay, untilNoneIsUnderWay } from './under-way';

const tiktok = useTikTok();

test('whoever ends the process waits for an exchange whose browser is gone', async () => {
  const team = await createTeam();
  const [operator, app] = [await createPerson(team, 'operator'), await createKnownApp(team)];
  const browser = newBrowser();
  const { id, url } = await startAuthorization(operator, app, browser);
  tiktok.current.world.faults.slow(600, 'oauth2/access_token');
  void land(tiktok.current.authorize({ url }), browser, operator.id);
  while ((await getAuthorization(operator, { id })).status === 'pending') await sleep(10);
  await untilNoneIsUnderWay(10_000);
  expect(await getAuthorization(operator, { id })).toMatchObject({ status: 'connected' });
});

test('but no longer than it has', async () => {
  const ended = new AbortController();
  const work = countUnderWay(sleep(60_000, undefined, { signal: ended.signal }).catch(() => undefined));
  const startedAt = performance.now();
  await untilNoneIsUnderWay(50);
  expect(performance.now() - startedAt).toBeLessThan(30_000);
  ended.abort();
  await work;
});
