import 'server-only';
import { coveredReaches } from '@/contract/advertiser-words';
import type { AdvertiserMatch } from '@/contract/advertisers';
import type { Actor } from '@/server/auth/actor';
import { advertisersWithin, and, connectionsWithin } from '@/server/auth/within';
import { beginsWithDigits } from '@/server/database/digit-prefix';
import { Prisma } from '@/server/database/generated/client';
import { holds } from '@/server/database/search';
import { recounted } from '@/server/reach/recounted';

/** Advertisers as `a`, and how they are reached as `r`, as far as whoever asks may know. */
export function reachedBy(actor: Actor): Prisma.Sql {
  const within = connectionsWithin(actor);
  if (within.length === 0) {
    return Prisma.sql`"Advertiser" a JOIN "AdvertiserReach" r
      ON r."teamId" = ${actor.teamId}::uuid AND r."teamId" = a."teamId" AND r."advertiserId" = a."advertiserId"`;
  }
  return Prisma.sql`"Advertiser" a CROSS JOIN LATERAL (${recounted(within, Prisma.sql`a`)}) r`;
}

/** What choosing or counting by a filter has to look at: how advertisers are reached only where it names a reach. */
export function lookedAt(actor: Actor, { reach }: Pick<AdvertiserMatch, 'reach'>): Prisma.Sql {
  return reach?.length ? reachedBy(actor) : Prisma.sql`"Advertiser" a`;
}

/** The advertisers of the team, as `lookedAt` names them, that a filter asks for, within the limits of whoever asks. */
export function advertiserWhere(actor: Actor, filter: AdvertiserMatch): Prisma.Sql {
  const { teamId } = actor;
  const { q, status, country, currency, reach, connectionId, appId } = filter;
  const conditions = [Prisma.sql`a."teamId" = ${teamId}::uuid`, ...thoseWithin(actor)];
  if (q) conditions.push(matching(q));
  if (status?.length) conditions.push(Prisma.sql`a.status = ANY(${status}::text[])`);
  if (country?.length) conditions.push(Prisma.sql`a.country = ANY(${country}::text[])`);
  if (currency?.length) conditions.push(Prisma.sql`a.currency = ANY(${currency}::text[])`);
  if (reach?.length) {
    const named = reach.flatMap((each) => (each === 'covered' ? coveredReaches : [each]));
    // Not by way of text, which would hide from the planner how rare they are.
    conditions.push(Prisma.sql`r.reach = ANY(${named}::"Reach"[])`);
  }
  if (connectionId) {
    conditions.push(Prisma.sql`a."advertiserId" IN (SELECT g."advertiserId" FROM "Connection" c
      JOIN "Grant" g ON g."teamId" = c."teamId" AND g."connectionId" = c.id
      WHERE c."teamId" = ${teamId}::uuid AND c.id = ${connectionId}::uuid ${and(connectionsWithin(actor))})`);
  }
  if (appId) {
    conditions.push(Prisma.sql`a."advertiserId" IN (SELECT g."advertiserId" FROM "Connection" c
      JOIN "Grant" g ON g."teamId" = c."teamId" AND g."connectionId" = c.id
      WHERE c."teamId" = ${teamId}::uuid AND c."appId" = ${appId}::uuid ${and(connectionsWithin(actor))})`);
  }
  return Prisma.join(conditions, ' AND ');
}

function matching(q: string): Prisma.Sql {
  const named = holds(Prisma.sql`a."searchText"`, q);
  if (!/^\d{4,32}$/.test(q)) return named;
  return Prisma.sql`(${named} OR ${beginsWithDigits(Prisma.sql`a."advertiserId"`, q)})`;
}

export const thoseWithin = (actor: Actor) => advertisersWithin(actor, Prisma.sql`a."advertiserId"`);
