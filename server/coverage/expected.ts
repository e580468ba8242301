import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { advertisersWithin, connectionsWithin } from '@/server/auth/within';
import { Prisma } from '@/server/database/generated/client';
import { unguessed } from '@/server/database/unguessed';
import { recounted } from '@/server/reach/recounted';

/**
 * Expected advertisers as `e`, how they are reached as `r`, and what is known of them as `a`: both may be nothing.
 * `entries` are some of them.
 */
export function expectedBy(actor: Actor, entries = Prisma.sql`"CoverageEntry" e`): Prisma.Sql {
  return Prisma.sql`${entries} ${reached(actor)}
    LEFT JOIN "Advertiser" a ON a."teamId" = ${unguessed(actor.teamId)} AND a."advertiserId" = e."advertiserId"`;
}

function reached(actor: Actor): Prisma.Sql {
  const within = connectionsWithin(actor);
  if (within.length > 0) return Prisma.sql`CROSS JOIN LATERAL (${recounted(within, Prisma.sql`e`, actor.teamId)}) r`;
  return Prisma.sql`LEFT JOIN "AdvertiserReach" r
    ON r."teamId" = ${unguessed(actor.teamId)} AND r."advertiserId" = e."advertiserId"`;
}

/** What an entry has to meet: that its advertiser may be named to whoever asks. */
export const entriesWithin = (actor: Actor): Prisma.Sql[] => advertisersWithin(actor, Prisma.sql`e."advertiserId"`);

/** In words that sort worst first (contract/advertiser-words.ts). */
export const coverageOf = Prisma.sql`CASE r.reach WHEN 'broken_only' THEN 'broken_only' WHEN 'one_token' THEN 'once'
  WHEN 'one_person' THEN 'covered' WHEN 'several' THEN 'covered' ELSE 'uncovered' END`;
