import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '@/scripts/product';
import { demand, newEnvironment } from './environment';
import { startLoad } from './load';

const asked = ['/sign-in', '/api/v1/openapi.json', '/readyz', '/api/auth/csrf'];

/** A request sent so long before has been read; the kernel resets what was sent and not read yet when the door closes. */
const settledMs = 300;

/** SIGTERM while requests are under way: every one that was begun is answered, and the process ends by itself. */
export async function drillShutdown() {
  const environment = await newEnvironment();
  const product = startProduct(environment);
  try {
    await product.ready;
    const { load, stop } = startLoad({ port: Number(environment.PORT), asked, atOnce: 20 });
    while (load.answered < 200) await sleep(20);
    const before = load.answered;
    const startedAt = performance.now();
    await product.stop();
    const ms = Math.round(performance.now() - startedAt);
    const { answered, failed } = await stop();
    const begun = failed.filter(({ sentAt, what }) => sentAt < startedAt - settledMs && !what.endsWith('503'));
    demand(begun.length === 0, begun.map(({ what }) => what).join(', '));
    demand((await product.ended)[0] === 0, 'it was not done within its time');
    return {
      'answered before SIGTERM': before,
      'answered after it': answered - before,
      'begun and not answered': begun.length,
      'turned away while it closed': failed.length,
      'ended after': `${ms} ms`,
    };
  } finally {
    await product.kill();
    rmSync(environment.DATA_DIR, { recursive: true, force: true });
  }
}
