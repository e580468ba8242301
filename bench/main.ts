import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '@/scripts/free-port';
import { newMasterKey } from '@/server/master-keys';
import { benchServer } from './postgres';
import type { Line } from './figure';
import { machine, report, writeDocument } from './report';

/**
 * `npm run bench`: weighs Grantboard under the reference load and ten times that, on PostgreSQL, and prints a table.
 * `-- --only list,search --size L` for parts; `sweep`, which takes ten minutes a size, only by its name.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    size: { type: 'string', default: 'L,L10' },
    write: { type: 'boolean', default: false },
  },
});

const server = await benchServer();
const results = new Map<string, Line[]>();
try {
  for (const size of values.size.split(',')) results.set(size, await runSize(size));
} finally {
  await server.close();
}
const table = report(results);
console.log(`\n${table}\n\n${machine(server.version)}`);
if (values.write) writeDocument(table, machine(server.version));

async function runSize(size: string): Promise<Line[]> {
  console.error(`${size}: loading`);
  const folder = mkdtempSync(join(tmpdir(), 'grantboard-bench-'));
  const database = await server.create(`grantboard_bench_${randomBytes(4).toString('hex')}`);
  const child = fork('bench/run-size.ts', [size, values.only], {
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
    env: { ...process.env, ...(await environment(folder, database.url)) },
  });
  let lines: Line[] = [];
  child.on('message', (message) => (lines = message as Line[]));
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`The bench of ${size} ended with ${code}.`);
    return lines;
  } finally {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function environment(folder: string, url: string): Promise<Record<string, string>> {
  const port = await freePort(4_100);
  const tiktok = `http://127.0.0.1:${await freePort(4_400)}`;
  return {
    NODE_ENV: 'production',
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: url,
    DATA_DIR: folder,
    ENCRYPTION_KEYS: newMasterKey(),
    AUTH_SECRET: randomBytes(32).toString('base64'),
    TIKTOK_API_URL: tiktok,
    TIKTOK_PORTAL_URL: tiktok,
    TIKTOK_SANDBOX_URL: `${tiktok}/sandbox`,
    LOG_LEVEL: 'warn',
    // Else a key would be told to wait after a quarter of a minute.
    API_KEY_REQUESTS_PER_MINUTE: '60000',
  };
}
