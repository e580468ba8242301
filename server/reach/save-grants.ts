import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from '@/server/database/client';
import { unguessed } from '@/server/database/unguessed';
import { upsertAdvertisers } from './upsert-advertisers';

export type Holder = { teamId: string; connectionId: string };
type GrantRow = { connectionId: string; advertiserId: string };
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
  await lockHolder(tx, holder);
  const difference = await grantDifference(tx, holder, advertiserIds);
  await writeGrants(tx, holder, difference);
  await tx.$executeRaw`
    UPDATE "Connection" SET "advertiserCount" = (
      SELECT count(*) FROM "Grant" WHERE "teamId" = ${teamId}::uuid AND "connectionId" = ${connectionId}::uuid
    ) WHERE "teamId" = ${teamId}::uuid AND id = ${connectionId}::uuid`;
  return difference;
}

/** Nobody else changes the connection, or what it reaches, until the transaction ends. */
export function lockHolder(tx: Transaction, { teamId, connectionId }: Holder) {
  return tx.$queryRaw`
    SELECT 1 FROM "Connection" WHERE "teamId" = ${teamId}::uuid AND id = ${connectionId}::uuid FOR UPDATE`;
}

/** What would have to change for a connection to reach these and no others. */
export async function grantDifference(
  tx: Transaction,
  holder: Holder,
  advertiserIds: readonly string[],
): Promise<GrantDifference> {
  const before = new Set(await readGranted(tx, holder));
  const after = new Set(advertiserIds);
  return {
    gained: [...after].filter((id) => !before.has(id)).sort(),
    lost: [...before].filter((id) => !after.has(id)).sort(),
  };
}

/** The ids of what a connection reaches; in one value, for a hundred thousand rows take the driver its time. */
export async function readGranted(tx: Transaction, { teamId, connectionId }: Holder): Promise<string[]> {
  const [held] = await tx.$queryRaw<{ ids: string | null }[]>`
    SELECT string_agg("advertiserId", ',') AS ids FROM "Grant"
    WHERE "teamId" = ${teamId}::uuid AND "connectionId" = ${connectionId}::uuid`;
  return held?.ids?.split(',') ?? [];
}

/** One part of a change, counted on from the part before. Whoever calls has locked the connection. */
export async function changeGrants(tx: Transaction, holder: Holder, difference: GrantDifference): Promise<void> {
  const more = await writeGrants(tx, holder, difference);
  await tx.$executeRaw`
    UPDATE "Connection" SET "advertiserCount" = "advertiserCount" + ${more}::int
    WHERE "teamId" = ${holder.teamId}::uuid AND id = ${holder.connectionId}::uuid`;
}

/** What connections reach from their first moment on: nobody else has seen these yet, and who makes them has counted. */
export async function writeFirstGrants(tx: Transaction, teamId: string, grants: GrantRow[]): Promise<void> {
  await readyForReferences(tx);
  await grant(tx, teamId, grants);
}

/**
 * Leaves the connection's count of them to the caller, who has locked it or made it.
 * @returns by how many it has grown
 */
async function writeGrants(
  tx: Transaction,
  { teamId, connectionId }: Holder,
  { gained, lost }: GrantDifference,
): Promise<number> {
  let more = 0;
  await readyForReferences(tx);
  if (Math.ceil(gained.length / perStatement) + Math.ceil(lost.length / perStatement) > 1) {
    await lockAll(tx, teamId, { gained, lost });
  }
  for (const chunk of chunksOf(gained, perStatement)) {
    more += await grant(
      tx,
      teamId,
      chunk.map((advertiserId) => ({ connectionId, advertiserId })),
    );
    await breathe();
  }
  for (const chunk of chunksOf(lost, perStatement)) {
    more -= await tx.$executeRaw`
      DELETE FROM "Grant" WHERE "teamId" = ${unguessed(teamId)} AND "connectionId" = ${connectionId}::uuid
        AND "advertiserId" = ANY(${chunk}::text[])`;
    await breathe();
  }
  return more;
}

/** For the checks of references, as `unguessed` for what we ask ourselves. */
function readyForReferences(tx: Transaction) {
  return tx.$executeRaw`SET LOCAL plan_cache_mode = force_generic_plan`;
}

/**
 * Advertisers that nobody has met are made in the same statement, for the database to count only once how these are
 * reached. Both in one order, whoever writes, so that two transactions wait for each other instead of locking each other up.
 * @returns how many were not granted yet
 */
function grant(tx: Transaction, teamId: string, grants: GrantRow[]): Promise<number> {
  return tx.$executeRaw`
    WITH given AS (
      SELECT * FROM unnest(${grants.map(({ connectionId }) => connectionId)}::uuid[],
        ${grants.map(({ advertiserId }) => advertiserId)}::text[]) AS g(connection, advertiser)
    ), met AS (
      INSERT INTO "Advertiser" ("teamId", "advertiserId")
      SELECT ${teamId}::uuid, advertiser FROM given GROUP BY advertiser ORDER BY advertiser ON CONFLICT DO NOTHING
    )
    INSERT INTO "Grant" ("teamId", "connectionId", "advertiserId")
    SELECT ${teamId}::uuid, connection, advertiser FROM given ON CONFLICT DO NOTHING`;
}

/** What several statements would come upon, each in its own order: all of it in one. */
async function lockAll(tx: Transaction, teamId: string, { gained, lost }: GrantDifference): Promise<void> {
  await upsertAdvertisers(
    tx,
    teamId,
    gained.map((advertiserId) => ({ advertiserId })),
  );
  await tx.$executeRaw`
    SELECT 1 FROM "AdvertiserReach" WHERE "teamId" = ${unguessed(teamId)}
      AND "advertiserId" = ANY(${[...gained, ...lost]}::text[])
    ORDER BY "advertiserId" FOR NO KEY UPDATE`;
}

export function* chunksOf<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
