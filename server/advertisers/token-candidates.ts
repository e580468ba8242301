import 'server-only';
import type { TokenCandidates, TokenObstacle } from '@/contract/advertisers';
import type { ConnectionState } from '@/contract/connection-filter';
import { hasScope } from '@/contract/scope-tree';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin, grantsWithin } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { unguessed } from '@/server/database/unguessed';
import { standing } from './standing';

/** Nobody reads more reasons; and the best come first. */
const most = 200;

export type CandidateRow = {
  id: string;
  name: string;
  state: ConnectionState;
  archived: boolean;
  scopes: string[];
  advertiserCount: number;
  lastCheckedAt: Date | null;
  appId: string | null;
  environment: 'production' | 'sandbox';
  tokenSealed: Uint8Array | null;
  tokenHash: Uint8Array | null;
};

/** The connections that reach an advertiser, as far as whoever asks may know, the best first. */
export function readCandidates(actor: Actor, advertiserId: string): Promise<CandidateRow[]> {
  const within = and([...grantsWithin(actor), ...connectionsWithin(actor)]);
  return db.$queryRaw<CandidateRow[]>`
    SELECT c.id, c.name, c.state, c.archived, c.scopes, c."advertiserCount", c."lastCheckedAt", c."tokenSealed",
      c."tokenHash", p."appId", p.environment
    FROM "Grant" g JOIN "Connection" c ON c."teamId" = g."teamId" AND c.id = g."connectionId"
      JOIN "App" p ON p."teamId" = c."teamId" AND p.id = c."appId"
    WHERE g."teamId" = ${unguessed(actor.teamId)} AND g."advertiserId" = ${advertiserId} ${within}
    ORDER BY ${standing}, c.id LIMIT ${most}`;
}

export function toCandidate(row: CandidateRow, asked: string[]): TokenCandidates['candidates'][number] {
  const missingScopes = asked.filter((scope) => !hasScope(row.scopes, scope));
  const obstacles: TokenObstacle[] = [];
  if (row.state === 'paused') obstacles.push('paused');
  else if (row.state !== 'healthy') obstacles.push('not_healthy');
  if (row.archived) obstacles.push('archived');
  if (missingScopes.length > 0) obstacles.push('missing_scopes');
  const { id: connectionId, name, state, archived } = row;
  return { connectionId, name, state, archived, missingScopes, obstacles };
}
