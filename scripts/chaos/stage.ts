import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/scripts/free-port';
import { startProduct } from '@/scripts/product';
import { db, disconnect } from '@/server/database/client';
import { socketFolder } from '@/server/database/socket-folder';
import { newMasterKey } from '@/server/master-keys';
import { openVault } from '@/server/vault/open';
import { putApp } from '@/simulator/control/world';
import { startSimulator, type Simulator } from '@/simulator/server';
import { openBrowser } from './browser';
import type { ChaosDatabase } from './database';

const appId = '7000000000000000001';
const secret = 'c4a05c4a05c4a05c4a05c4a05c4a05c4a05c4a05';

/** TikTok's stand-in and one app, before a product that `start` starts, as often as it is ended; a port of its own each. */
export async function openStage(database: ChaosDatabase, givenDir?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'grantboard-chaos-'));
  const dataDir = givenDir ?? join(folder, 'data');
  const tiktok = await startSimulator({ settings: { rateLimits: 'count' } });
  const environment = await environmentOf(dataDir, database.url, tiktok);
  const log = join(folder, 'server.log');
  const output = createWriteStream(log);
  const start = async (given: Record<string, string> = {}) => {
    const startedAt = Date.now();
    const product = startProduct({ ...environment, ...given }, output);
    await product.ready;
    return { product, ms: Date.now() - startedAt };
  };
  return {
    tiktok,
    environment,
    log,
    start,
    /** To be called once, while a product runs. */
    async prepare() {
      Object.assign(process.env, environment, {
        DATABASE_URL: database.url || socketUrl(dataDir),
        DATABASE_POOL_SIZE: '1',
        LOG_LEVEL: 'silent',
      });
      await openVault();
      return prepareApp(environment.APP_URL, tiktok);
    },
    async close() {
      await disconnect();
      await tiktok.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function environmentOf(dataDir: string, databaseUrl: string, { url, sandboxUrl }: Simulator) {
  // Two runs at once would otherwise both find the same port free, and one take the other's server for its own.
  const port = await freePort(20_000 + (process.pid % 10_000));
  return {
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    ENCRYPTION_KEYS: newMasterKey(),
    AUTH_SECRET: 'a secret that lasts as long as the chaos does',
    OWNER_EMAIL: 'chaos@example.com',
    OWNER_PASSWORD: 'nobody signs in with it',
    TIKTOK_API_URL: url,
    TIKTOK_PORTAL_URL: url,
    TIKTOK_SANDBOX_URL: sandboxUrl,
    LOG_LEVEL: 'warn',
  };
}

const socketUrl = (dataDir: string) =>
  `postgresql://postgres@localhost/postgres?pgbouncer=true&host=${encodeURIComponent(socketFolder(dataDir))}`;

async function prepareApp(appUrl: string, tiktok: Simulator) {
  const user = await db.user.findFirstOrThrow({ select: { id: true, name: true, email: true } });
  const { slug } = await db.team.findFirstOrThrow({ select: { slug: true } });
  const browser = await openBrowser(appUrl, user, slug);
  putApp(tiktok.world, { id: appId, secret });
  tiktok.world.faults.slow(30, 'oauth2/access_token');
  const redirectUrls = [`${appUrl}/callback`];
  const { answer } = await browser.ask<{ id: string }>('POST', '/apps', { name: 'Chaos', appId, secret, redirectUrls });
  return { browser, app: answer.id, team: slug, tiktok };
}

/** What a chaos is done to: a member's browser, an app of the team, and the TikTok that knows it. */
export type Prepared = Awaited<ReturnType<typeof prepareApp>>;
