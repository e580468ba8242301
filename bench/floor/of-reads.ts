import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '@/scripts/free-port';
import { startProduct } from '@/scripts/product';
import { drive, type Driven } from '../drive';
import type { Stage } from '../stage';
import { startFloor, type Statement } from './start';

type How = { first?: boolean; atOnce?: number };

/**
 * The same reads bare: each is sent to a Grantboard that writes down what it asks of the database, and the floor then
 * asks exactly that. Counts are remembered by then, unless it is what is asked the `first` time that matters.
 */
export async function floorOf(stage: Stage, paths: string[], { first = false, atOnce }: How = {}): Promise<Driven> {
  const floor = await startFloor(stage, { replays: await statementsOf(stage, paths, first) });
  try {
    return await drive({ origin: floor.url, paths: paths.map((_, n) => `/replay/${n}`), atOnce });
  } finally {
    await floor.stop();
  }
}

async function statementsOf(stage: Stage, paths: string[], first: boolean): Promise<Statement[][]> {
  const file = join(stage.folder, 'spied');
  writeFileSync(file, '');
  const port = String(await freePort(4_200));
  const options = `--import ${pathToFileURL('bench/spy.js').href}`;
  const spied = startProduct({ ...stage.environment, PORT: port, NODE_OPTIONS: options, BENCH_SPY: file }, stage.log);
  try {
    await spied.ready;
    const ask = (path: string) =>
      fetch(`http://localhost:${port}${path}`, { headers: stage.headers }).then((answer) => answer.text());
    const replays: Statement[][] = [];
    for (const path of paths) {
      if (!first) await ask(path);
      writeFileSync(file, '');
      await ask(path);
      const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
      replays.push(lines.map((line) => JSON.parse(line) as Statement));
    }
    return replays;
  } finally {
    await spied.stop();
  }
}
