// `npm start`: the whole product in one process. Builds first where there is no build yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { builtFiles } from './start/built-files.js';
import { openDoor } from './start/door.js';
import { refuseBroken, serverLimits } from './start/limits.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const patienceMs = 30_000;
/** Of that, for the database to be closed. */
const lastMs = 5_000;

if (existsSync(`${root}/.env`)) process.loadEnvFile(`${root}/.env`);
process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED ??= '1';
const port = Number(process.env.PORT || 3000);
const appUrl = process.env.APP_URL || `http://localhost:${port}`;
const hops = Number(process.env.TRUSTED_PROXY_HOPS || 0);
/** How long others may take to notice that this instance is leaving; with the embedded database there are no others. */
const isShared = Boolean(process.env.DATABASE_URL || process.env.DATABASE_URL_FILE);
const noticeMs = 1000 * Number(process.env.DRAIN_SECONDS || (isShared ? 5 : 0));

if (!existsSync(`${root}/.next/BUILD_ID`)) {
  run(['--conditions=react-server', '--import', 'tsx', 'scripts/check-start.ts']);
  console.log('There is no build yet; making one. This takes about a minute, once.');
  run([createRequire(import.meta.url).resolve('next/dist/bin/next'), 'build']);
}

/** Fulfilled by server/boot.ts, which Next starts by way of instrumentation.ts and does not wait for. */
const booted = new Promise((resolve) => (globalThis[Symbol.for('grantboard.booted')] = resolve));

const { default: next } = await import('next');
const server = createServer(serverLimits);
// Next listens for `upgrade` on the server it is given, past the door, and lets such connections hang. This one never listens.
const app = next({ dev: false, dir: root, port, httpServer: createServer() });
await app.prepare();
const { drain, close, answers } = await booted;
let closing = false;

const files = builtFiles(`${root}/.next/static`);
const door = { appUrl, hops, isClosing: () => closing, answers, files };
server.on('request', openDoor(door, app.getRequestHandler()));
server.on('clientError', refuseBroken);
server.on('error', (error) => stopBecause(`Port ${port} cannot be used: ${error.message}`));
server.listen(port, () => console.log(`Grantboard is at ${appUrl}`));

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void shutDown(signal));

/**
 * First it says that it leaves (`/readyz`, and `Connection: close` with every answer) and goes on answering; then it
 * takes no more, finishes what is under way, then the jobs, then the database.
 */
async function shutDown(signal) {
  closing = true;
  drain();
  const endsAt = performance.now() + noticeMs + patienceMs;
  setTimeout(() => process.exit(1), noticeMs + patienceMs).unref();
  if (signal === 'SIGTERM') await sleep(noticeMs);
  await new Promise((resolve) => server.close(resolve));
  await close(Math.max(0, endsAt - performance.now() - lastMs));
  process.exit(0);
}

function run(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function stopBecause(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
