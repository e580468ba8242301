import 'server-only';
import { z } from 'zod';
import type { Connection } from '@/contract/connections';
import { tiktokFailure } from '@/contract/shapes';
import type { Prisma } from '@/server/database/generated/client';

/** Everything of a connection that may leave the server. */
export const connectionSelect = {
  id: true,
  name: true,
  notes: true,
  state: true,
  stateSince: true,
  problem: true,
  app: { select: { id: true, name: true, appId: true, environment: true } },
  owner: { select: { user: { select: { id: true, name: true } } } },
  tags: { select: { tag: { select: { id: true, name: true } } }, orderBy: { tag: { name: 'asc' } } },
  tiktokUserId: true,
  tiktokUserName: true,
  tiktokUserEmail: true,
  tiktokUserAvatar: true,
  scopes: true,
  advertiserCount: true,
  tokenHint: true,
  inspectedAt: true,
  firstAuthorizedAt: true,
  lastAuthorizedAt: true,
  authorizedCount: true,
  lastCheckedAt: true,
  nextCheckAt: true,
  lastCheckError: true,
  revokedAt: true,
  archivedAt: true,
} as const satisfies Prisma.ConnectionSelect;

export type ConnectionRow = Prisma.ConnectionGetPayload<{ select: typeof connectionSelect }>;
const keptProblem = tiktokFailure.nullable().catch(null);
const keptCheckError = tiktokFailure.extend({ at: z.iso.datetime() }).nullable().catch(null);

export function toConnection({ owner, tags, inspectedAt, ...row }: ConnectionRow): Connection {
  const { tiktokUserId, tiktokUserName, tiktokUserEmail, tiktokUserAvatar, ...rest } = row;
  return readFailures({
    ...rest,
    owner: owner?.user ?? null,
    tags: tags.map(({ tag }) => tag),
    tiktokUser: tiktokUserId
      ? { id: tiktokUserId, name: tiktokUserName, email: tiktokUserEmail, avatarUrl: tiktokUserAvatar }
      : null,
    inspected: inspectedAt !== null,
    stateSince: row.stateSince.toISOString(),
    firstAuthorizedAt: row.firstAuthorizedAt.toISOString(),
    lastAuthorizedAt: row.lastAuthorizedAt.toISOString(),
    lastCheckedAt: row.lastCheckedAt?.toISOString() ?? null,
    nextCheckAt: row.nextCheckAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
  });
}

/** A connection but for what is kept as JSON, which an earlier version may have written otherwise. */
export type ReadConnection = Omit<Connection, 'problem' | 'lastCheckError'> & {
  problem: unknown;
  lastCheckError: unknown;
};

export function readFailures(read: ReadConnection): Connection {
  return Object.assign(read, {
    problem: read.problem === null ? null : keptProblem.parse(read.problem),
    lastCheckError: read.lastCheckError === null ? null : keptCheckError.parse(read.lastCheckError),
  });
}
