import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from '@/server/database/client';
import { unguessed } from '@/server/database/unguessed';
import type { KnownAdvertiser } from './read-reach';

const perStatement = 500;

/**
 * Writes what is known of advertisers, five hundred a statement, each of which can be a transaction of its own: a name or description that is not known replaces none,
 * and a row that says nothing new is neither locked nor written.
 * In one order, whoever writes, so that two transactions wait for each other instead of locking each other up.
 */
export async function upsertAdvertisers(tx: Transaction, teamId: string, changes: KnownAdvertiser[]): Promise<void> {
  // Whoever is told of twice is written once: no statement may write a row twice.
  const each = [...new Map(changes.map((change) => [change.advertiserId, change])).values()];
  const sorted = each.toSorted((a, b) => (a.advertiserId < b.advertiserId ? -1 : 1));
  for (let start = 0; start < sorted.length; start += perStatement) {
    await upsert(tx, teamId, sorted.slice(start, start + perStatement));
    await breathe();
  }
}

async function upsert(tx: Transaction, teamId: string, changes: KnownAdvertiser[]): Promise<void> {
  const rows = JSON.stringify(
    changes.map(({ advertiserId, name, description }) => ({
      advertiserId,
      name,
      ...description,
      described: description !== undefined,
    })),
  );
  await tx.$executeRaw`
    INSERT INTO "Advertiser" AS known ("teamId", "advertiserId", name, status, company, country, currency,
      timezone, "businessCenter", "describedAt")
    SELECT ${teamId}::uuid, "advertiserId", name, status, company, country, currency, timezone, "businessCenter",
      CASE WHEN described THEN now() END
    FROM jsonb_to_recordset(${rows}::jsonb) AS given("advertiserId" text, name text, status text, company text,
      country text, currency text, timezone text, "businessCenter" text, described boolean)
    WHERE described OR NOT EXISTS (
      SELECT 1 FROM "Advertiser" same WHERE same."teamId" = ${unguessed(teamId)} AND same."advertiserId" = given."advertiserId"
        AND (given.name IS NULL OR given.name = same.name))
    ON CONFLICT ("teamId", "advertiserId") DO UPDATE SET
      name = coalesce(excluded.name, known.name),
      status = coalesce(excluded.status, known.status),
      company = coalesce(excluded.company, known.company),
      country = coalesce(excluded.country, known.country),
      currency = coalesce(excluded.currency, known.currency),
      timezone = coalesce(excluded.timezone, known.timezone),
      "businessCenter" = coalesce(excluded."businessCenter", known."businessCenter"),
      "describedAt" = coalesce(excluded."describedAt", known."describedAt")
    WHERE excluded."describedAt" IS NOT NULL OR coalesce(excluded.name, known.name) IS DISTINCT FROM known.name`;
}
