import 'server-only';
import type { TokenCandidates, TokenObstacle } from '@/contract/advertisers';
import type { ConnectionState } from '@/contract/connection-filter';
import { hasScope } from '@/contract/scope-tree';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin, grantsWithin } from '@/server/auth/within';
import type { Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
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
};

const columns = Prisma.sql`c.id, c.name, c.state, c.archived, c.scopes, c."advertiserCount", c."lastCheckedAt",
  p."appId", p.environment`;
const withApp = Prisma.sql`"Connection" c JOIN "App" p ON p."teamId" = c."teamId" AND p.id = c."appId"`;

/** The connections that reach an advertiser, as far as whoever asks may know, the best first. */
export function readCandidates(tx: Transaction, actor: Actor, advertiserId: string): Promise<CandidateRow[]> {
  const within = and([...grantsWithin(actor), ...connectionsWithin(actor)]);
  return tx.$queryRaw<CandidateRow[]>`
    SELECT ${columns} FROM "Grant" g JOIN ${withApp} ON c."teamId" = g."teamId" AND c.id = g."connectionId"
    WHERE g."teamId" = ${actor.teamId}::uuid AND g."advertiserId" = ${advertiserId} ${within}
    ORDER BY ${standing}, c.id LIMIT ${most}`;
}

export type Sealed = { tokenSealed: Uint8Array; tokenHash: Uint8Array | null };

/** One of them with its sealed token, if it is healthy still: until the transaction ends nobody revokes or pauses it. */
export async function lockHealthy(tx: Transaction, { teamId }: Actor, id: string) {
  const [row] = await tx.$queryRaw<(CandidateRow & Sealed)[]>`
    SELECT ${columns}, c."tokenSealed", c."tokenHash" FROM ${withApp}
    WHERE c."teamId" = ${teamId}::uuid AND c.id = ${id}::uuid AND c.state = 'healthy' AND NOT c.archived
      AND c."tokenSealed" IS NOT NULL FOR SHARE OF c`;
  return row;
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
