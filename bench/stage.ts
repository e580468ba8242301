import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { closeDatabase, openDatabase } from '@/server/database/open';
import { db } from '@/server/database/client';
import { openVault } from '@/server/vault/open';
import { fill } from '@/scripts/load/fill';
import { sizes, type SizeName } from '@/scripts/load/size';
import { referenceTeams } from '@/scripts/load/team';
import { tellSimulator } from '@/scripts/load/tell-simulator';
import { startProduct, type Product } from '@/scripts/product';
import { openSession } from '@/test/open-session';

/** Everything a figure may need: the product, TikTok's stand-in and the database, each in a process of its own. */
export type Stage = {
  size: SizeName;
  appUrl: string;
  tiktokUrl: string;
  team: { id: string; slug: string };
  owner: { id: string; name: string; email: string };
  /** What a signed-in browser sends. */
  headers: Record<string, string>;
  database: pg.Pool;
  databaseUrl: string;
  /** The app through which callbacks come. */
  app: { id: string; appId: string; secret: string };
  product: Product;
  environment: Environment;
  /** Of this run alone; gone after it. */
  folder: string;
  log: Writable;
  /** Ends the product and starts it anew; answers how many seconds it took until it was ready. */
  restart(): Promise<number>;
};

export type Environment = Record<'PORT' | 'APP_URL' | 'DATABASE_URL' | 'TIKTOK_API_URL', string> &
  Record<string, string>;

/** Loads the database, starts everything, does `work`, and ends everything. `environment` is this process's own too. */
export async function onStage(size: SizeName, environment: Environment, work: (stage: Stage) => Promise<void>) {
  const log = createWriteStream(join(environment.DATA_DIR!, 'server.log'));
  const tiktok = await startTikTok(environment);
  const database = new pg.Pool({ connectionString: environment.DATABASE_URL, max: 4 });
  let product: Product | undefined;
  try {
    await openDatabase();
    await openVault();
    const filled = await fill({ size: sizes[size], onStep: (step) => console.error(`    ${step}`) });
    await tellSimulator(environment.TIKTOK_API_URL, sizes[size]);
    await database.query(
      `UPDATE "Connection" SET "nextCheckAt" = now() + interval '2 days' WHERE "nextCheckAt" IS NOT NULL`,
    );
    // What the loading has left to be written is no part of any figure.
    await database.query('CHECKPOINT');
    const owner = await db.user.findUniqueOrThrow({
      where: { email: filled.email },
      select: { id: true, name: true, email: true },
    });
    const team = await db.team.findUniqueOrThrow({
      where: { slug: filled.teamSlug },
      select: { id: true, slug: true },
    });
    const app = referenceApp();
    const { name, value } = await openSession(owner);
    const headers = { cookie: `${name}=${value}`, 'x-team': team.slug, origin: environment.APP_URL };
    const stage: Stage = {
      ...{
        size,
        appUrl: environment.APP_URL,
        tiktokUrl: environment.TIKTOK_API_URL,
        team,
        owner,
        app,
        headers,
        database,
      },
      ...{ databaseUrl: environment.DATABASE_URL, environment, folder: environment.DATA_DIR!, log },
      product: startProduct(environment, log),
      async restart() {
        await stage.product.stop();
        const startedAt = performance.now();
        stage.product = product = startProduct(environment, log);
        await stage.product.ready;
        return (performance.now() - startedAt) / 1000;
      },
    };
    product = stage.product;
    await product.ready;
    await work(stage);
  } finally {
    await product?.stop();
    await database.end();
    await closeDatabase();
    await tiktok.stop();
    log.end();
  }
}

function referenceApp(): Stage['app'] {
  const [main] = referenceTeams(sizes.S);
  return main!.apps[0]!;
}

async function startTikTok({ TIKTOK_API_URL }: Environment) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts', '--any-redirect', '--count-limits'], {
    env: { ...process.env, SIMULATOR_PORT: new URL(TIKTOK_API_URL).port },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const killNow = () => void child.kill('SIGKILL');
  process.once('exit', killNow);
  while (!(await fetch(TIKTOK_API_URL).catch(() => null))) {
    if (child.exitCode !== null) throw new Error('The stand-in TikTok ended before it was ready.');
    await sleep(50);
  }
  return {
    async stop() {
      process.off('exit', killNow);
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'close');
    },
  };
}
