import 'server-only';
import { z } from 'zod';
import type { ConnectionEvent } from '@/contract/connections';
import type { Actor } from '@/server/auth/actor';
import { nameWithin } from '@/server/auth/name-within';
import { limitsOf } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { cursorTime } from '@/server/database/cursor';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage, type KeysetOrder } from '@/server/database/keyset';
import { findConnection } from './find-connection';

type Row = {
  id: string;
  value: string | null;
  at: Date;
  kind: string;
  actor: string | null;
  data: Record<string, unknown>;
};

const newestFirst: KeysetOrder = {
  name: 'at',
  column: Prisma.sql`at`,
  type: 'timestamptz',
  value: cursorTime,
  id: { column: Prisma.sql`id`, type: 'text', value: z.string().regex(/^[ace][\w-]{1,40}$/) },
  descending: true,
};

/** What people did to it that no event tells: events carry the differences, and name who made them. */
const peoplesDoings = ['checked', 'reported', 'revealed', 'paused', 'resumed', 'changed'].map(
  (kind) => `connection.${kind}`,
);

/**
 * Everything that happened to a connection, newest first: its events, its checks, and what people did. A key limited by
 * advertiser is told of all of it, but of no other advertiser, nor what people wrote: that may name one.
 */
export async function listEvents(actor: Actor, { id, cursor, limit }: { id: string; cursor?: string; limit: number }) {
  await findConnection(actor, id);
  const history = historyOf(actor.teamId, id);
  const [page, [counted]] = await Promise.all([
    readKeysetPage(
      newestFirst,
      { cursor, limit },
      ({ where, orderBy, value, take }) => db.$queryRaw<Row[]>`
          SELECT *, ${value} AS value FROM (${history}) AS history WHERE ${where} ORDER BY ${orderBy} LIMIT ${take}`,
    ),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${history}) AS history`,
  ]);
  return { ...page, rows: page.rows.map((row) => toEvent(actor, row)), total: counted?.total ?? 0 };
}

function historyOf(teamId: string, id: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ('e' || id) COLLATE "C" AS id, at, kind, data->>'actor' AS actor, data FROM "ConnectionEvent"
    WHERE "teamId" = ${teamId}::uuid AND "connectionId" = ${id}::uuid
    UNION ALL
    SELECT 'c' || id, at, 'checked', NULL, jsonb_build_object('trigger', trigger, 'state', state, 'code', code, 'key', key,
      'message', message, 'requestId', "requestId", 'durationMs', "durationMs") FROM "Check"
    WHERE "teamId" = ${teamId}::uuid AND "connectionId" = ${id}::uuid AND trigger <> 'person'
    UNION ALL
    SELECT 'a' || sequence, at, replace(action, 'connection.', ''), "actorName",
      data || jsonb_strip_nulls(jsonb_build_object('reason', reason)) FROM "AuditEvent"
    WHERE "teamId" = ${teamId}::uuid AND "objectKind" = 'connection' AND "objectId" = ${id}
      AND action = ANY(${peoplesDoings}::text[]) AND result = 'done'`;
}

function toEvent(actor: Actor, { id, at, kind, actor: by, data }: Row): ConnectionEvent {
  const cut = (limitsOf(actor)?.advertiserIds.length ?? 0) > 0;
  return { id, at: at.toISOString(), kind, actor: by, data: nameWithin(actor, cut ? unwritten(kind, data) : data) };
}

/** Without the reason that somebody gave, and the words that a report brought. */
const unwritten = (kind: string, { reason: _, message, ...data }: Row['data']): Row['data'] =>
  kind === 'reported' ? data : { ...data, ...(message !== undefined && { message }) };
