import 'server-only';
import type { Comparison } from '@/contract/authorizations';
import { db, type Transaction } from '@/server/database/client';
import type { Reach } from '@/server/reach/read-reach';
import { readGranted } from '@/server/reach/save-grants';
import type { Candidate } from './candidate';
import { neverSeen } from './never-seen';

/** Differences name at most this many advertisers each way; their counts are exact. */
const mostNamed = 100;

/**
 * What putting the new token in place would change for the connection. Within a transaction, which others wait for, it
 * leaves out which advertisers are new to the team.
 */
export async function compareReach(
  teamId: string,
  connectionId: string,
  candidate: Candidate,
  reach: Reach,
  tx?: Transaction,
): Promise<Comparison> {
  const client = tx ?? db;
  const [connection, granted] = await Promise.all([
    client.connection.findUniqueOrThrow({
      where: { teamId_id: { teamId, id: connectionId } },
      select: { scopes: true, tiktokUserId: true, tiktokUserName: true, tiktokUserEmail: true, tiktokUserAvatar: true },
    }),
    readGranted(client, { teamId, connectionId }),
  ]);
  const before = new Set(granted);
  const names = new Map((reach.advertisers ?? []).map(({ advertiserId, name }) => [advertiserId, name ?? null]));
  const after = reach.advertisers ? new Set(names.keys()) : new Set(candidate.advertiserIds ?? before);
  const identity = identityOf(connection.tiktokUserId, reach.user?.id ?? null);
  const kept = [...after].filter((advertiserId) => before.has(advertiserId)).length;
  const gained = [...after].filter((advertiserId) => !before.has(advertiserId));
  const unseen = tx ? new Set<string>() : await neverSeen(teamId, gained);
  const lost = granted.filter((advertiserId) => !after.has(advertiserId)).toSorted();
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
        .toSorted((a, b) => Number(unseen.has(b)) - Number(unseen.has(a)))
        .slice(0, mostNamed)
        .map((advertiserId) => ({
          advertiserId,
          name: names.get(advertiserId) ?? null,
          newToTeam: unseen.has(advertiserId),
        })),
      gainedCount: gained.length,
      newCount: unseen.size,
      lost: await client.advertiser.findMany({
        where: { teamId, advertiserId: { in: lost.slice(0, mostNamed) } },
        select: { advertiserId: true, name: true },
        orderBy: { advertiserId: 'asc' },
      }),
      lostCount: lost.length,
    },
    scopes: differenceOf(connection.scopes, candidate.scopes),
  };
}

/** Whether what one comparison says is lost is what the other says. */
export function losesTheSame(one: Comparison, other: Comparison): boolean {
  const lost = ({ advertisers, scopes }: Comparison) =>
    JSON.stringify([advertisers.lostCount, advertisers.lost.map(({ advertiserId }) => advertiserId), scopes.lost]);
  return lost(one) === lost(other);
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
