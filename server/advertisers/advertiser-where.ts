import 'server-only';
import { coveredReaches } from '@/contract/advertiser-words';
import type { AdvertiserMatch } from '@/contract/advertisers';
import type { Actor } from '@/server/auth/actor';
import { advertisersWithin, and, connectionsWithin } from '@/server/auth/within';
import { beginsWithDigits } from '@/server/database/digit-prefix';
import { Prisma } from '@/server/database/generated/client';
import { holds } from '@/server/database/search';
import { unguessed } from '@/server/database/unguessed';
import { recounted } from '@/server/reach/recounted';

/** Which of the two is gone through; of the other, what belongs to it is looked up. */
export type Along = 'a' | 'r';

/**
 * Advertisers as `a`, and how they are reached as `r`, as far as whoever asks may know. The two are joined by the
 * advertiser alone: by the team as well, what is known of the one team would be known of the other.
 */
export function reachedBy(actor: Actor, along: Along = 'a'): Prisma.Sql {
  const within = connectionsWithin(actor);
  if (within.length === 0) {
    const team = along === 'r' ? Prisma.sql`${actor.teamId}::uuid` : unguessed(actor.teamId);
    return Prisma.sql`"Advertiser" a JOIN "AdvertiserReach" r ON r."teamId" = ${team} AND r."advertiserId" = a."advertiserId"`;
  }
  return Prisma.sql`"Advertiser" a CROSS JOIN LATERAL (${recounted(within, Prisma.sql`a`, actor.teamId)}) r`;
}

/** That advertisers are the team's, in a statement that goes through these or looks them up. */
function ofTeam(actor: Actor, along: Along = 'a'): Prisma.Sql {
  const looksUp = along === 'r' && connectionsWithin(actor).length === 0;
  return Prisma.sql`a."teamId" = ${looksUp ? unguessed(actor.teamId) : Prisma.sql`${actor.teamId}::uuid`}`;
}

/** What choosing or counting by a filter has to look at: how advertisers are reached only where it names a reach. */
export function lookedAt(actor: Actor, { reach }: Pick<AdvertiserMatch, 'reach'>, along?: Along): Prisma.Sql {
  return reach?.length ? reachedBy(actor, along) : Prisma.sql`"Advertiser" a`;
}

/** The advertisers of the team, as `lookedAt` names them, that a filter asks for, within the limits of whoever asks. */
export function advertiserWhere(actor: Actor, filter: AdvertiserMatch, along?: Along): Prisma.Sql {
  const { q, status, country, currency, reach, connectionId, appId } = filter;
  const conditions = [ofTeam(actor, along), ...thoseWithin(actor)];
  if (q) conditions.push(matching(q));
  if (status?.length) conditions.push(Prisma.sql`a.status = ANY(${status}::text[])`);
  if (country?.length) conditions.push(Prisma.sql`a.country = ANY(${country}::text[])`);
  if (currency?.length) conditions.push(Prisma.sql`a.currency = ANY(${currency}::text[])`);
  if (reach?.length) {
    const named = reach.flatMap((each) => (each === 'covered' ? coveredReaches : [each]));
    // Not by way of text, which would hide from the planner how rare they are.
    conditions.push(Prisma.sql`r.reach = ANY(${named}::"Reach"[])`);
  }
  if (connectionId) conditions.push(reachedFrom(actor, Prisma.sql`c.id = ${connectionId}::uuid`));
  if (appId) conditions.push(reachedFrom(actor, Prisma.sql`c."appId" = ${appId}::uuid`));
  return Prisma.join(conditions, ' AND ');
}

/** That some connection, as `c`, which meets this reaches the advertiser. */
function reachedFrom(actor: Actor, connection: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`a."advertiserId" IN (SELECT g."advertiserId" FROM "Connection" c
    JOIN "Grant" g ON g."teamId" = c."teamId" AND g."connectionId" = c.id
    WHERE c."teamId" = ${unguessed(actor.teamId)} AND ${connection} ${and(connectionsWithin(actor))})`;
}

function matching(q: string): Prisma.Sql {
  const named = holds(Prisma.sql`a."searchText"`, q);
  if (!/^\d{4,32}$/.test(q)) return named;
  return Prisma.sql`(${named} OR ${beginsWithDigits(Prisma.sql`a."advertiserId"`, q)})`;
}

export const thoseWithin = (actor: Actor) => advertisersWithin(actor, Prisma.sql`a."advertiserId"`);
