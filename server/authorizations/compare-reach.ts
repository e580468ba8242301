import 'server-only';
import type { Comparison } from '@/contract/authorizations';
import { db } from '@/server/database/client';
import type { Reach } from '@/server/reach/read-reach';
import type { Candidate } from './candidate';

/** Differences name at most this many advertisers each way; their counts are exact. */
const mostNamed = 100;

/** What putting the new token in place would change for the connection. */
export async function compareReach(
  teamId: string,
  connectionId: string,
  candidate: Candidate,
  reach: Reach,
): Promise<Comparison> {
  const [connection, grants] = await Promise.all([
    db.connection.findUniqueOrThrow({
      where: { teamId_id: { teamId, id: connectionId } },
      select: { scopes: true, tiktokUserId: true, tiktokUserName: true, tiktokUserEmail: true, tiktokUserAvatar: true },
    }),
    db.grant.findMany({
      where: { teamId, connectionId },
      select: { advertiserId: true, advertiser: { select: { name: true } } },
    }),
  ]);
  const before = new Map(grants.map((grant) => [grant.advertiserId, grant.advertiser.name]));
  const names = new Map((reach.advertisers ?? []).map(({ advertiserId, name }) => [advertiserId, name ?? null]));
  const after = reach.advertisers ? new Set(names.keys()) : new Set(candidate.advertiserIds ?? before.keys());
  const identity = identityOf(connection.tiktokUserId, reach.user?.id ?? null);
  const kept = [...after].filter((advertiserId) => before.has(advertiserId)).length;
  const gained = [...after].filter((advertiserId) => !before.has(advertiserId));
  const lost = [...before.keys()].filter((advertiserId) => !after.has(advertiserId));
  return {
    identity,
    canReplace: identity === 'same' || (identity === 'unknown' && kept > 0),
    previous: connection.tiktokUserId
      ? {
          id: connection.tiktokUserId,
          name: connection.tiktokUserName,
          email: connection.tiktokUserEmail,
          avatarUrl: connection.tiktokUserAvatar,
        }
      : null,
    next: reach.user,
    advertisers: {
      kept,
      gained: gained
        .slice(0, mostNamed)
        .map((advertiserId) => ({ advertiserId, name: names.get(advertiserId) ?? null })),
      gainedCount: gained.length,
      lost: lost.slice(0, mostNamed).map((advertiserId) => ({ advertiserId, name: before.get(advertiserId) ?? null })),
      lostCount: lost.length,
    },
    scopes: differenceOf(connection.scopes, candidate.scopes),
  };
}

export function losesNothing({ advertisers, scopes }: Comparison): boolean {
  return advertisers.lostCount === 0 && scopes.lost.length === 0;
}

function identityOf(previous: string | null, next: string | null): Comparison['identity'] {
  if (previous === null || next === null) return 'unknown';
  return previous === next ? 'same' : 'different';
}

function differenceOf(before: string[], after: string[]) {
  return {
    kept: after.filter((scope) => before.includes(scope)),
    gained: after.filter((scope) => !before.includes(scope)),
    lost: before.filter((scope) => !after.includes(scope)),
  };
}
