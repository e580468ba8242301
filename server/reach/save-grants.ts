import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from '@/server/database/client';
import { upsertAdvertisers } from './upsert-advertisers';

export type Holder = { teamId: string; connectionId: string };
/** Ids, in their order. */
export type GrantDifference = { gained: string[]; lost: string[] };

const perStatement = 1_000;

/** Makes these, and no others, the advertisers that a connection reaches. What is known of them is written before. */
export async function saveGrants(
  tx: Transaction,
  holder: Holder,
  advertiserIds: readonly string[],
): Promise<GrantDifference> {
  const { teamId, connectionId } = holder;
  await tx.$queryRaw`SELECT 1 FROM "Connection" WHERE "teamId" = ${teamId}::uuid AND id = ${connectionId}::uuid FOR UPDATE`;
  const difference = await grantDifference(tx, holder, advertiserIds);
  await changeGrants(tx, holder, difference);
  return difference;
}

/** What would have to change for a connection to reach these and no others. */
export async function grantDifference(
  tx: Transaction,
  holder: Holder,
  advertiserIds: readonly string[],
): Promise<GrantDifference> {
  const held = await tx.grant.findMany({ where: holder, select: { advertiserId: true } });
  const before = new Set(held.map((row) => row.advertiserId));
  const after = new Set(advertiserIds);
  return {
    gained: [...after].filter((id) => !before.has(id)).sort(),
    lost: [...before].filter((id) => !after.has(id)).sort(),
  };
}

/** Whoever calls has locked the connection. */
export async function changeGrants(tx: Transaction, holder: Holder, difference: GrantDifference): Promise<void> {
  const { teamId, connectionId } = holder;
  await writeGrants(tx, holder, difference);
  await tx.$executeRaw`
    UPDATE "Connection" SET "advertiserCount" = (
      SELECT count(*) FROM "Grant" WHERE "teamId" = ${teamId}::uuid AND "connectionId" = ${connectionId}::uuid
    ) WHERE "teamId" = ${teamId}::uuid AND id = ${connectionId}::uuid`;
}

/** Leaves the connection's count of them to the caller, who has locked it or made it. */
export async function writeGrants(
  tx: Transaction,
  { teamId, connectionId }: Holder,
  { gained, lost }: GrantDifference,
): Promise<void> {
  await upsertAdvertisers(
    tx,
    teamId,
    gained.map((advertiserId) => ({ advertiserId })),
  );
  if (gained.length + lost.length > 0) await lockReach(tx, teamId, [...gained, ...lost]);
  for (const chunk of chunksOf(gained, perStatement)) {
    await tx.$executeRaw`
      INSERT INTO "Grant" ("teamId", "connectionId", "advertiserId")
      SELECT ${teamId}::uuid, ${connectionId}::uuid, unnest(${chunk}::text[]) ON CONFLICT DO NOTHING`;
    await breathe();
  }
  for (const chunk of chunksOf(lost, perStatement)) {
    await tx.$executeRaw`
      DELETE FROM "Grant" WHERE "teamId" = ${teamId}::uuid AND "connectionId" = ${connectionId}::uuid
        AND "advertiserId" = ANY(${chunk}::text[])`;
    await breathe();
  }
}

/** In one order, before the triggers do: whoever else counts how these are reached waits, instead of locking us up. */
function lockReach(tx: Transaction, teamId: string, advertiserIds: string[]) {
  return tx.$executeRaw`
    SELECT 1 FROM "AdvertiserReach" WHERE "teamId" = ${teamId}::uuid AND "advertiserId" = ANY(${advertiserIds}::text[])
    ORDER BY "advertiserId" FOR NO KEY UPDATE`;
}

export function* chunksOf<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
