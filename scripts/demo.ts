import { resolve } from 'node:path';
import { StartError } from '@/server/start-error';
import { startSimulator } from '@/simulator/server';
import { emptyOwnFolder } from './demo/own-folder';
import { seedDemo } from './demo/seed';
import { welcome } from './demo/welcome';
import { freePort } from './free-port';
import { startProduct } from './product';

/** `npm run demo`: a TikTok, a team with something in every state, and Grantboard, on this machine alone. */
try {
  await demo();
} catch (error) {
  console.error(error instanceof StartError ? `\n${error.message}\n` : error);
  process.exit(1);
}

async function demo(): Promise<void> {
  const dataDir = resolve(process.env.DATA_DIR || './data/demo');
  await emptyOwnFolder(dataDir);
  const port = await freePort(Number(process.env.PORT || 3000));
  const simulator = await startSimulator({
    port: await freePort(Number(process.env.SIMULATOR_PORT || 4010)),
    settings: { rateLimits: 'count', anyLoopbackRedirect: true },
  });
  const environment = {
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: '',
    DATABASE_URL_FILE: '',
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.LOG_LEVEL || 'error',
    TIKTOK_API_URL: simulator.url,
    TIKTOK_PORTAL_URL: simulator.url,
    TIKTOK_SANDBOX_URL: simulator.sandboxUrl,
  };
  Object.assign(process.env, environment, { OWNER_EMAIL: '', OWNER_PASSWORD: '' });

  console.log('Making a team with six weeks of history …');
  const scene = await seedDemo(simulator);
  const product = startProduct(environment);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void product.stop());
  await product.ready;
  console.log(welcome(scene, environment.APP_URL));
  await product.ended;
  await simulator.close();
}
