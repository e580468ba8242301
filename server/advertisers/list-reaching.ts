import 'server-only';
import { z } from 'zod';
import type { ReachingConnection } from '@/contract/advertisers';
import { tiktokFailure } from '@/contract/shapes';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage, type KeysetOrder } from '@/server/database/keyset';
import { unguessed } from '@/server/database/unguessed';
import { getAdvertiser } from './get-advertiser';
import { standing } from './standing';

type Dates = 'lastCheckedAt' | 'lastAuthorizedAt' | 'archivedAt' | 'since';
type Row = Omit<ReachingConnection, Dates | 'problem'> & {
  value: string;
  problem: unknown;
  lastCheckedAt: Date | null;
  lastAuthorizedAt: Date;
  archivedAt: Date | null;
  since: Date;
};

const bestFirst: KeysetOrder = {
  name: 'best',
  column: standing,
  type: 'text',
  value: z.string().regex(/^\d{17}$/),
  id: { column: Prisma.sql`c.id`, type: 'uuid', value: z.uuid() },
  descending: false,
};

const keptProblem = tiktokFailure.nullable().catch(null);

type Input = { advertiserId: string; cursor?: string; limit: number };

/** The connections that reach an advertiser, the best first. */
export async function listReaching(actor: Actor, { advertiserId, ...page }: Input) {
  const { teamId } = actor;
  const [{ connectionCount: total }, { rows, ...cursors }] = await Promise.all([
    getAdvertiser(actor, { advertiserId }),
    readKeysetPage(
      bestFirst,
      page,
      ({ where, orderBy, value, take, skip }) => db.$queryRaw<Row[]>`
        SELECT c.id, ${value} AS value, c.name, c.state, c.problem, c.scopes, c."lastCheckedAt", c."lastAuthorizedAt",
          c."archivedAt", g.since, still_reaches(c.state, c."archivedAt") AS live,
          json_build_object('id', p.id, 'name', p.name, 'appId', p."appId", 'environment', p.environment) AS app,
          CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS owner,
          CASE WHEN c."tiktokUserId" IS NOT NULL THEN json_build_object('id', c."tiktokUserId", 'name', c."tiktokUserName",
            'email', c."tiktokUserEmail", 'avatarUrl', c."tiktokUserAvatar") END AS "tiktokUser"
        FROM "Grant" g JOIN "Connection" c ON c."teamId" = g."teamId" AND c.id = g."connectionId"
          JOIN "App" p ON p."teamId" = c."teamId" AND p.id = c."appId" LEFT JOIN "User" u ON u.id = c."ownerId"
        WHERE g."teamId" = ${unguessed(teamId)} AND g."advertiserId" = ${advertiserId} AND ${where} ${and(connectionsWithin(actor))}
        ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}`,
    ),
  ]);
  return { ...cursors, rows: rows.map(toReaching), total };
}

function toReaching({ value: _, problem, ...row }: Row): ReachingConnection {
  return {
    ...row,
    problem: keptProblem.parse(problem),
    lastCheckedAt: row.lastCheckedAt?.toISOString() ?? null,
    lastAuthorizedAt: row.lastAuthorizedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    since: row.since.toISOString(),
  };
}
