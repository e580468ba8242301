import { join } from 'node:path';
import { makeAttempts } from '@/scripts/chaos/callbacks';
import { embeddedDatabase } from '@/scripts/chaos/database';
import { openStage } from '@/scripts/chaos/stage';
import { demand } from './environment';
import { flushedBefore, traceOf } from './trace';

const callbacks = 100;

/**
 * The embedded database never flushes: what a power cut must not take is in the journal. Watches the system calls of
 * the process: before each callback is answered, the answer of TikTok must have been flushed to the disk.
 */
export async function drillPowerCut(): Promise<Record<string, string | number>> {
  const stage = await openStage(embeddedDatabase);
  const { product } = await stage.start();
  try {
    const set = await stage.prepare();
    const attempts = await makeAttempts(set, callbacks);
    const trace = await traceOf(product.pid!, join(stage.environment.DATA_DIR, 'trace'));
    if (!trace) return { 'not run': 'there is no strace here, or it may not look into another process' };
    for (const attempt of attempts) await set.browser.hit(attempt);
    const { redirects, flushed } = flushedBefore(await trace.stop());
    demand(redirects === callbacks && flushed === callbacks, `${flushed} of ${redirects} answers had been flushed`);
    return { 'callbacks answered': redirects, 'flushed to the disk before': flushed };
  } finally {
    await product.stop();
    await stage.close();
  }
}
