import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from '../figure';

/** From the start of the process to its first answer, and what it holds after half a minute of nothing. */
export const idle: Figure = {
  name: 'idle',
  async measure(stage) {
    await stage.restart();
    const seconds = await stage.restart();
    await sleep(20_000);
    return [
      { what: 'start to ready', value: seconds, unit: 's', target: { atMost: 2.5 } },
      {
        what: 'idle server, resident',
        value: residentMegabytes(stage.product.pid!),
        unit: 'MB',
        target: { atMost: 250 },
      },
    ];
  },
};

/** What `/proc` says, so on Linux. */
export function residentMegabytes(pid: number, field = 'VmRSS'): number {
  const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
