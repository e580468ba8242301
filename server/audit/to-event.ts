import 'server-only';
import type { AuditEvent } from '@/contract/audit';
import type { AuditResult } from '@/contract/audit-words';
import { Prisma } from '@/server/database/generated/client';

/** Null for an object that is not known by an id of ours, which no cast would survive. */
const objectId = Prisma.sql`CASE WHEN e."objectId" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN e."objectId"::uuid END`;
const there = (table: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM ${table} o WHERE o."teamId" = e."teamId" AND o.id = ${objectId})`;

/** Objects that have a page: whether they are still there. */
const exists = Prisma.sql`CASE e."objectKind"
  WHEN 'app' THEN ${there(Prisma.sql`"App"`)}
  WHEN 'connection' THEN ${there(Prisma.sql`"Connection"`)}
  WHEN 'authorization' THEN ${there(Prisma.sql`"Authorization"`)}
  ELSE false END`;

export const eventColumns = Prisma.sql`e.at, e."actorKind", e."actorId", e."actorName", e.ip, e."userAgent", e.action,
  e."objectKind", e."objectId", e."objectName", ${exists} AS exists, e.reason, e.result, e.data`;

export type EventRow = {
  id: string;
  value: string | null;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  ip: string | null;
  userAgent: string | null;
  action: string;
  objectKind: string;
  objectId: string | null;
  objectName: string | null;
  exists: boolean;
  reason: string | null;
  result: AuditResult;
  data: Record<string, unknown>;
};

export function toEvent(row: EventRow): AuditEvent {
  const { id, at, ip, userAgent, action, reason, result, data } = row;
  return {
    sequence: id,
    at: at.toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    ip,
    userAgent,
    action,
    object: { kind: row.objectKind, id: row.objectId, name: row.objectName, exists: row.exists },
    reason,
    result,
    data,
  };
}
