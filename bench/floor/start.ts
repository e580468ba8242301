import { fork } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '@/scripts/free-port';
import type { Stage } from '../stage';

export type Statement = { text: string; values: unknown[] };

/** The floor in a process of its own. */
export async function startFloor(stage: Stage, { replays = [] }: { replays?: Statement[][] } = {}) {
  const port = await freePort(4_300);
  const child = fork('bench/floor/server.ts', {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production', FLOOR_PORT: String(port), FLOOR_DATABASE_URL: stage.databaseUrl },
  });
  const killNow = () => void child.kill('SIGKILL');
  process.once('exit', killNow);
  child.send({ exchange: { app_id: stage.app.appId, secret: stage.app.secret }, tiktok: stage.tiktokUrl, replays });
  await once(child, 'message');
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', killNow);
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}
