import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { db } from '@/server/database/client';
import { keyring } from '@/server/vault/keyring';
import { refreshVault } from '@/server/vault/refresh';
import { keepSealCounts } from '@/server/vault/seal-count';
import { columnsOfVault, nameOf } from './places';
import { reencryptBatch } from './reencrypt-batch';

const first = '00000000-0000-0000-0000-000000000000';
/** Until so long after the new key became active an instance may still seal with the one before it. */
const settleMs = 10_000;
const pauseMs = 250;

type Options = { withinMs?: number; settleMs?: number; onProgress?: () => void };
type Rotation = { id: number; keyId: number; place: string | null; after: string | null; sinceActiveMs: number };

/**
 * Goes on with the rotation that is under way: every value of every sealed column that another key sealed is sealed
 * anew, and again, until a whole pass finds none. However often it is interrupted, each value opens at any moment.
 * @returns whether none is under way any more; false where `withinMs` was not enough.
 */
export async function reencrypt({ withinMs = Infinity, settleMs: settle = settleMs, onProgress }: Options = {}) {
  const until = Date.now() + withinMs;
  for (let rotation = await unfinished(); rotation; rotation = await unfinished()) {
    if (keyring().current !== rotation.keyId) await refreshVault();
    const isSealing = keyring().current === rotation.keyId;
    // A pass that began before all instances seal with the new key may have missed what they wrote.
    const isLast = isSealing && rotation.sinceActiveMs > settle;
    const left = isSealing ? await pass(rotation, until, onProgress) : null;
    if (isLast && left === 0) await finish(rotation.id);
    else if (Date.now() > until) return false;
    else await sleep(pauseMs);
  }
  return true;
}

async function unfinished(): Promise<Rotation | undefined> {
  const [rotation] = await db.$queryRaw<Rotation[]>`
    SELECT r.id, r."keyId", r.place, r.after::text,
      (extract(epoch FROM now() - k."activeAt") * 1000)::float8 AS "sinceActiveMs"
    FROM "Rotation" r JOIN "DataKey" k ON k.id = r."keyId" WHERE r."finishedAt" IS NULL ORDER BY r.id DESC LIMIT 1`;
  return rotation;
}

/** From where the last one stopped to the end. How many readable values another key had sealed; null where time ran out. */
async function pass(rotation: Rotation, until: number, onProgress?: () => void): Promise<number | null> {
  const start = columnsOfVault.findIndex((column) => nameOf(column) === rotation.place);
  let found = start > 0 || rotation.after ? 1 : 0;
  for (const column of columnsOfVault.slice(Math.max(0, start))) {
    let after: string | null = nameOf(column) === rotation.place ? (rotation.after ?? first) : first;
    while (after) {
      if (Date.now() > until) return null;
      const batch = await reencryptBatch(column, rotation.keyId, after);
      found += batch.found - batch.unreadable;
      after = batch.after;
      const reached = { place: nameOf(column), after };
      if (batch.found > 0) await db.rotation.update({ where: { id: rotation.id }, data: reached });
      onProgress?.();
    }
  }
  await db.rotation.update({ where: { id: rotation.id }, data: { place: null, after: null } });
  await keepSealCounts();
  return found;
}

async function finish(id: number): Promise<void> {
  await db.rotation.update({ where: { id }, data: { finishedAt: new Date() } });
}
