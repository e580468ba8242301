import 'server-only';
import type { Connection } from '@/contract/connections';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { connectionSelect, toConnection, type ConnectionRow } from './to-connection';

const own = Object.entries(connectionSelect).flatMap(([column, taken]) => (taken === true ? [`c."${column}"`] : []));

/** What `connectionSelect` names, of `c` and what `beside` joins to it: one statement reads a page. */
export const rowColumns = Prisma.sql`${Prisma.raw(own.join(', '))},
  json_build_object('id', a.id, 'name', a.name, 'appId', a."appId", 'environment', a.environment) AS app,
  CASE WHEN u.id IS NOT NULL THEN json_build_object('user', json_build_object('id', u.id, 'name', u.name)) END AS owner,
  coalesce(tagged.tags, '[]') AS tags`;

export const beside = Prisma.sql`
  JOIN "App" a ON a."teamId" = c."teamId" AND a.id = c."appId"
  LEFT JOIN "User" u ON u.id = c."ownerId"
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('tag', json_build_object('id', t.id, 'name', t.name)) ORDER BY t.name) AS tags
    FROM "ConnectionTag" ct JOIN "Tag" t ON t."teamId" = ct."teamId" AND t.id = ct."tagId"
    WHERE ct."teamId" = c."teamId" AND ct."connectionId" = c.id
  ) tagged ON true`;

/** Connections of the team by their ids, in that order; without those that are gone. */
export async function readConnections({ teamId }: Actor, ids: string[]): Promise<Connection[]> {
  const rows = await db.$queryRaw<ConnectionRow[]>`
    SELECT ${rowColumns} FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS asked(id, place)
    JOIN "Connection" c ON c."teamId" = ${teamId}::uuid AND c.id = asked.id ${beside} ORDER BY asked.place`;
  return rows.map(toConnection);
}
