import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@/scripts/free-port';
import { startProduct } from '@/scripts/product';
import { db, disconnect } from '@/server/database/client';
import { openVault } from '@/server/vault/open';
import { freshDatabase } from '@/test/fresh-database';
import { openSession } from '@/test/open-session';
import { demand, newEnvironment } from './environment';
import { frontProxy } from './front-proxy';
import { startLoad } from './load';

const postgres = process.env.TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
const rounds = 2;

/**
 * Two instances on one PostgreSQL behind a proxy, each restarted in turn under load: nothing that is asked may fail, and
 * every change that was acknowledged is in the audit once.
 */
export async function drillRolling() {
  const database = await freshDatabase(postgres);
  const one = await newEnvironment({ DATABASE_URL: database.url, DRAIN_SECONDS: '2' });
  const two = { ...one, PORT: String(await freePort(Number(one.PORT) + 1)) };
  const start = async (environment: typeof one) => {
    const product = startProduct(environment);
    await product.ready;
    return product;
  };
  const running = [await start(one), await start(two)];
  const proxy = frontProxy([Number(one.PORT), Number(two.PORT)]);
  try {
    await new Promise<void>((resolve) => proxy.server.listen(0, resolve));
    const { port } = proxy.server.address() as AddressInfo;
    Object.assign(process.env, one);
    await openVault();
    await sleep(500);
    const { load, stop, countTold } = await startWork(port, one.APP_URL);
    for (let round = 0; round < rounds; round++) {
      for (const [index, environment] of [one, two].entries()) {
        await sleep(1_000);
        await running[index]!.stop();
        running[index] = await start(environment);
      }
    }
    await sleep(1_000);
    const { answered, changed, refused, failed } = await stop();
    demand(
      failed.length + refused === 0,
      `${failed.length} failed: ${failed
        .slice(0, 5)
        .map(({ what }) => what)
        .join(', ')}`,
    );
    demand(answered > 100, `only ${load.answered} requests were answered`);
    const told = await countTold();
    demand(changed > 0 && told === changed, `${changed} changes were acknowledged, the audit has ${told}`);
    return {
      restarts: rounds * 2,
      'requests answered': answered,
      'changes among them, each in the audit': changed,
      'requests failed': failed.length,
    };
  } finally {
    proxy.close();
    await disconnect();
    for (const product of running) await product.kill();
    rmSync(one.DATA_DIR, { recursive: true, force: true });
    await database.close();
  }
}

/** What a member looks at and changes, all the time. */
async function startWork(port: number, origin: string) {
  const user = await db.user.findFirstOrThrow({ select: { id: true, name: true, email: true } });
  const { id: teamId, slug } = await db.team.findFirstOrThrow({ select: { id: true, slug: true } });
  const app = await db.app.create({ data: { teamId, name: 'Drill', appId: '7000000000000000001' } });
  const { name, value } = await openSession(user);
  const change = (turn: number) => ({ notes: `Change ${turn}` });
  const reads = ['/api/v1/session', `/${slug}/connections`, '/api/v1/connections', '/sign-in'];
  const work = startLoad({
    port,
    asked: [...reads, { path: `/api/v1/apps/${app.id}`, change }],
    headers: { cookie: `${name}=${value}`, 'x-team': slug, origin, 'content-type': 'application/json' },
    atOnce: 8,
  });
  return { ...work, countTold: () => db.auditEvent.count({ where: { teamId, action: 'app.changed' } }) };
}
