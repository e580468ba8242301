import { setTimeout as sleep } from 'node:timers/promises';
import { env } from '@/server/env';
import { startRefreshing } from '@/server/vault/refresh';
import { startProgram } from '@/test/start-program';
import { randomFrom } from '../random';
import { startTraffic } from './rotation-traffic';

type Plan = { kills: number; seed: number; onKill?: (line: string) => void };

/**
 * Rotates the data key of the configured database, there and back, while tokens are read and replaced, and kills whoever
 * rotates again and again in the middle of it. This process is an instance that started before.
 */
export async function rotateUnderKills({ kills, seed, onKill = () => undefined }: Plan) {
  const random = randomFrom(seed);
  const stopRefreshing = startRefreshing(300);
  const traffic = await startTraffic();
  let [killed, rotations] = [0, 0];
  while (killed < kills) {
    const program = rotate(rotations % 2 ? 'back' : 'on');
    const goesOn = await Promise.race([
      program.line(/^batch$/).then(() => true),
      program.line(/^done$/).then(() => false),
    ]);
    if (goesOn) await sleep(random(150));
    if (program.lines.includes('done')) rotations += 1;
    else {
      await program.kill();
      onKill(`${++killed}/${kills}: killed after ${program.lines.filter((line) => line === 'batch').length} batches`);
    }
  }
  await rotate('on').line(/^done$/);
  const verdict = await traffic.stop();
  await stopRefreshing();
  return { kills: killed, rotations: rotations + 1, ...verdict };
}

function rotate(way: 'on' | 'back') {
  const { DATABASE_URL = '', DATA_DIR, AUTH_SECRET } = env();
  const keys = env()
    .ENCRYPTION_KEYS.map(({ id, key }) => `${id}:${key.toString('base64')}`)
    .join(',');
  return startProgram('rotate', { DATABASE_URL, DATA_DIR, AUTH_SECRET, ENCRYPTION_KEYS: keys, ROTATE: way });
}
