import 'server-only';
import type { AuditExport } from '@/contract/audit';
import { auditActions, type AuditAction } from '@/contract/audit-words';
import { id } from '@/contract/shapes';
import type { Actor } from '@/server/auth/actor';
import { Prisma } from '@/server/database/generated/client';

/** Which events, whatever their order. */
export type EventMatch = Omit<AuditExport, 'sort'>;

/** The events of the team, as `e`, that a filter asks for. `actionsOf` says which actions; they are a condition of their own. */
export function eventWhere({ teamId }: Pick<Actor, 'teamId'>, filter: EventMatch): Prisma.Sql {
  const { actorId, objectKind, objectId, result, ip, from, to, q } = filter;
  const conditions = [Prisma.sql`e."teamId" = ${teamId}::uuid`];
  if (actorId) conditions.push(Prisma.sql`e."actorId" = ${actorId}`);
  if (objectKind) conditions.push(Prisma.sql`e."objectKind" = ${objectKind}`);
  if (objectId) conditions.push(Prisma.sql`e."objectId" = ${objectId}`);
  if (result?.length) conditions.push(Prisma.sql`e.result IN (${Prisma.join(result)})`);
  if (ip) conditions.push(Prisma.sql`e.ip = ${ip}`);
  if (from) conditions.push(Prisma.sql`e.at >= ${from}::timestamptz`);
  if (to) conditions.push(Prisma.sql`e.at < ${to}::timestamptz`);
  if (q) conditions.push(matching(q));
  return Prisma.join(conditions, ' AND ');
}

/** The actions that are meant, prefixes spelt out; null for all. */
export function actionsOf({ action: given }: EventMatch): AuditAction[] | null {
  if (!given?.length) return null;
  return auditActions.filter((action) =>
    given.some((asked) => (asked.endsWith('.') ? action.startsWith(asked) : action === asked)),
  );
}

function matching(q: string): Prisma.Sql {
  const named = Prisma.sql`(${beginsWith(Prisma.sql`e."objectName"`, q)} OR ${beginsWith(Prisma.sql`e."actorName"`, q)})`;
  if (!id.safeParse(q).success) return named;
  return Prisma.sql`(${named} OR e."objectId" = ${q.toLowerCase()} OR e."actorId" = ${q.toLowerCase()})`;
}

/** A range of the index of how names begin; what it leaves out of a long name is compared after it. */
function beginsWith(column: Prisma.Sql, q: string): Prisma.Sql {
  const beginning = Prisma.sql`beginning_of(${q}) COLLATE "C"`;
  const key = Prisma.sql`beginning_of(${column}) COLLATE "C"`;
  const whole = Prisma.sql`starts_with(lower(normalize(${column}, NFKC)), lower(normalize(${q}, NFKC)))`;
  return Prisma.sql`(${key} >= ${beginning} AND ${key} < beginning_of(${q}) || chr(1114111) COLLATE "C" AND ${whole})`;
}
