import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempt } from '@/scripts/chaos/attempt';
import { landAgain, makeAttempts } from '@/scripts/chaos/callbacks';
import { embeddedDatabase } from '@/scripts/chaos/database';
import { judge, settled } from '@/scripts/chaos/judge';
import { openStage, type Prepared } from '@/scripts/chaos/stage';
import { demand } from './environment';
import { smallDisk } from './small-disk';

const sizeMb = 600;
/** Longer than a reading of the free space is trusted. */
const noticeMs = 2_500;

/**
 * A disk that fills up under the server to the last byte, and is emptied again: no code is used while its token might
 * find no room, reading goes on, and nothing has to be restarted.
 */
export async function drillFullDisk(): Promise<Record<string, string | number>> {
  const disk = smallDisk(sizeMb);
  if (!disk) return { 'not run': 'only root, on Linux, can mount a small disk' };
  const stage = await openStage(embeddedDatabase, disk.folder);
  let { product } = await stage.start();
  try {
    const set = await stage.prepare();
    const attempts = await makeAttempts(set, 3);
    const { tiktok, browser } = set;
    const used = () => tiktok.world.traffic.count('oauth2/access_token');
    const figures: Record<string, string | number> = {};
    for (const freeMb of [200, 50, 0]) {
      disk.leave(freeMb);
      await sleep(noticeMs);
      const begun = await statusOf(set, 'POST', `/apps/${set.app}/authorizations`);
      const callback = freeMb < 64 ? (await browser.hit(attempts[0]!)).status : 'not tried';
      const read = await statusOf(set, 'GET', '/connections');
      figures[`${freeMb} MB free: begin, callback, read`] = `${begun}, ${callback}, ${read}`;
      demand(begun === 503 && read === 200 && callback !== 303, JSON.stringify(figures));
    }
    demand(used() === 0, 'a code was used on a full disk');
    disk.leave(sizeMb);
    await sleep(noticeMs);
    await landAgain(attempts, browser, attempts.length);
    await settled(60_000);
    const stored = await demandAll(stage, attempts);

    disk.leave(0);
    await product.kill();
    const onFullDisk = await stage.start().then(
      ({ product: started }) => started.kill().then(() => 'starts'),
      () => 'refuses',
    );
    const says = readFileSync(stage.log, 'utf8').trim().split('\n').at(-1) ?? '';
    demand(onFullDisk === 'starts' || says.includes('Is the disk full?'), `started on a full disk it says: ${says}`);
    disk.leave(sizeMb);
    ({ product } = await stage.start());
    const kept = await demandAll(stage, attempts);
    return {
      ...figures,
      'codes used meanwhile': 0,
      'stored with room again, and no restart': stored,
      'killed while full, and started there': onFullDisk,
      'still there after a start with room': kept,
    };
  } finally {
    await product.stop();
    await stage.close();
    disk.remove();
  }
}

async function demandAll(stage: Parameters<typeof judge>[0], attempts: Attempt[]): Promise<number> {
  const { issued, stored, auditEvents } = await judge(stage, attempts);
  demand(stored === attempts.length && issued === stored && auditEvents !== null, `${stored} of ${issued} stored`);
  return stored;
}

/** 200, or what was answered instead. */
function statusOf({ browser }: Prepared, method: string, path: string): Promise<number> {
  return browser.ask(method, path, method === 'POST' ? {} : undefined).then(
    () => 200,
    (error: Error) => Number(/: (\d{3}) /.exec(error.message)?.[1] ?? 0),
  );
}
