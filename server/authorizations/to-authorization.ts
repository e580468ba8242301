import 'server-only';
import { authorizationOutcome, type Authorization, type Comparison } from '@/contract/authorizations';
import type { TikTokFailure } from '@/contract/shapes';
import type { Prisma } from '@/server/database/generated/client';
import { env } from '@/server/env';
import type { Candidate } from './candidate';

const hour = 60 * 60 * 1000;

/** Everything but what was brought back: a held-aside answer can name ten thousand advertisers. */
export const authorizationRow = {
  id: true,
  teamId: true,
  status: true,
  connectionId: true,
  reauthorizes: true,
  bound: true,
  redirectUrl: true,
  tries: true,
  failure: true,
  createdAt: true,
  expiresAt: true,
  codeAt: true,
  finishedAt: true,
  app: { select: { id: true, name: true, appId: true, environment: true } },
  connection: { select: { name: true } },
  startedBy: { select: { user: { select: { id: true, name: true } } } },
} satisfies Prisma.AuthorizationSelect;

export const authorizationWithCandidate = { ...authorizationRow, candidate: true } satisfies Prisma.AuthorizationSelect;

type Row = Prisma.AuthorizationGetPayload<{ select: typeof authorizationRow }> & { candidate?: unknown };

export function toAuthorization(row: Row): Authorization {
  const outcome = authorizationOutcome.safeParse(row.status);
  return {
    id: row.id,
    status: row.status,
    outcome: outcome.success ? outcome.data : null,
    app: row.app,
    connectionId: row.connectionId,
    connectionName: row.connection?.name ?? null,
    reauthorizes: row.reauthorizes,
    bound: row.bound,
    redirectUrl: row.redirectUrl,
    arrival: row.redirectUrl === callbackUrl() ? 'reachable' : 'paste',
    startedBy: row.startedBy?.user ?? null,
    tries: row.tries,
    failure: row.failure as TikTokFailure | null,
    comparison: comparisonOf(row),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    codeExpiresAt: row.codeAt && new Date(row.codeAt.getTime() + hour).toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** This deployment's own redirect URL: the only one whose page loads. */
export function callbackUrl(): string {
  return new URL('/callback', env().APP_URL).href;
}

function comparisonOf({ status, candidate }: Row): Comparison | null {
  return status === 'comparing' ? ((candidate as Candidate | null)?.comparison ?? null) : null;
}
