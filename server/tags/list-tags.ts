import 'server-only';
import type { Tag } from '@/contract/tags';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin } from '@/server/auth/within';
import { db } from '@/server/database/client';
import type { Prisma } from '@/server/database/generated/client';
import { unguessed } from '@/server/database/unguessed';
import { tagSelect, toTag } from './to-tag';

/** All tags of the team, by name. A limited key is told those of its connections, and how many of these have them. */
export async function listTags(actor: Actor): Promise<Tag[]> {
  const { teamId } = actor;
  const within = connectionsWithin(actor);
  if (within.length > 0) return listWithin(teamId, within);
  const rows = await db.tag.findMany({ where: { teamId }, orderBy: { name: 'asc' }, select: tagSelect });
  return rows.map(toTag);
}

function listWithin(teamId: string, within: Prisma.Sql[]): Promise<Tag[]> {
  return db.$queryRaw<Tag[]>`
    SELECT t.id, t.name, (count(*) FILTER (WHERE c."archivedAt" IS NULL))::int AS "connectionCount"
    FROM "Tag" t JOIN "ConnectionTag" o ON o."teamId" = t."teamId" AND o."tagId" = t.id
      JOIN "Connection" c ON c."teamId" = o."teamId" AND c.id = o."connectionId"
    WHERE t."teamId" = ${unguessed(teamId)} ${and(within)} GROUP BY t.id ORDER BY t.name`;
}
