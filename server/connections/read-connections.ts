import 'server-only';
import type { Connection } from '@/contract/connections';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { unguessed } from '@/server/database/unguessed';
import { connectionSelect, readFailures, type ReadConnection } from './to-connection';

/** As the contract writes a moment: ISO 8601 in UTC, to the millisecond. */
const moment = (column: string) => `to_char(c."${column}" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const member = (column: string) => `'${column}', ${/(At|Since)$/.test(column) ? moment(column) : `c."${column}"`}`;
const reshaped = ['inspectedAt', 'tiktokUserId', 'tiktokUserName', 'tiktokUserEmail', 'tiktokUserAvatar'];
const own = Object.entries(connectionSelect).flatMap(([column, taken]) =>
  taken === true && !reshaped.includes(column) ? [member(column)] : [],
);

/**
 * A connection as the contract has it but for its failures, of `c` and what `beside` joins to it, made by the database:
 * read value by value and put together here, a page costs Node several times as much.
 */
export const connectionJson = Prisma.sql`json_build_object(${Prisma.raw(own.join(', '))},
  'app', json_build_object('id', a.id, 'name', a.name, 'appId', a."appId", 'environment', a.environment),
  'owner', CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END,
  'tags', coalesce(tagged.tags, '[]'),
  'tiktokUser', CASE WHEN c."tiktokUserId" <> '' THEN json_build_object('id', c."tiktokUserId",
    'name', c."tiktokUserName", 'email', c."tiktokUserEmail", 'avatarUrl', c."tiktokUserAvatar") END,
  'inspected', c."inspectedAt" IS NOT NULL)`;

export const beside = Prisma.sql`
  JOIN "App" a ON a."teamId" = c."teamId" AND a.id = c."appId"
  LEFT JOIN "User" u ON u.id = c."ownerId"
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name) AS tags
    FROM "ConnectionTag" ct JOIN "Tag" t ON t."teamId" = ct."teamId" AND t.id = ct."tagId"
    WHERE ct."teamId" = c."teamId" AND ct."connectionId" = c.id
  ) tagged ON true`;

/** Connections of the team by their ids, in that order; without those that are gone. */
export async function readConnections({ teamId }: Actor, ids: string[]): Promise<Connection[]> {
  const rows = await db.$queryRaw<{ connection: ReadConnection }[]>`
    SELECT ${connectionJson} AS connection FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS asked(id, place)
    JOIN "Connection" c ON c."teamId" = ${unguessed(teamId)} AND c.id = asked.id ${beside} ORDER BY asked.place`;
  return rows.map(({ connection }) => readFailures(connection));
}
