import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Writable } from 'node:stream';

export type Product = {
  pid: number | undefined;
  /** Resolves once it answers; rejects when it ends before. */
  ready: Promise<void>;
  /** Exit code and signal. */
  ended: Promise<[code: number | null, signal: NodeJS.Signals | null]>;
  /** Lets it finish what it is doing. */
  stop(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
};

/** Grantboard in a process of its own, started as `npm start` does, with `env` on top of this process's. */
export function startProduct(env: Record<string, string>, output?: Writable): Product {
  // A group of its own: Ctrl-C reaches us alone, and we stop it in our own time.
  const child = spawn(process.execPath, ['scripts/start.js'], {
    env: { ...process.env, DATABASE_URL: '', DATABASE_URL_FILE: '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', output ? 'pipe' : 'inherit', output ? 'pipe' : 'inherit'],
    detached: true,
  });
  if (output) {
    child.stdout?.pipe(output, { end: false });
    child.stderr?.pipe(output, { end: false });
  }
  const ended = once(child, 'close') as Product['ended'];
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const killNow = () => void (isRunning() && child.kill('SIGKILL'));
  process.once('exit', killNow);
  void ended.then(() => process.off('exit', killNow));
  const end = async (signal: NodeJS.Signals) => {
    if (isRunning()) child.kill(signal);
    await ended;
  };
  return {
    pid: child.pid,
    ready: untilReady(`http://localhost:${env.PORT}/readyz`, isRunning),
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function untilReady(address: string, isRunning: () => boolean): Promise<void> {
  while (isRunning()) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error('Grantboard ended before it was ready; what it printed says why.');
}
