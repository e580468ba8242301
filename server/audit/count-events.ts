import 'server-only';
import { LRUCache } from 'lru-cache';
import type { AuditExport } from '@/contract/audit';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { shared } from '@/server/shared';
import { actionsOf, eventWhere, type EventMatch } from './event-where';

type Team = Pick<Actor, 'teamId'>;
/** The events from the first one kept to the last one committed: between them nothing changes any more. */
type Span = { first: bigint; head: bigint };
type Counted = Span & { count: number };

const mostRemembered = 2000;
const remembered = () => shared('audit-counts', () => new LRUCache<string, Counted>({ max: mostRemembered }));

/**
 * How many events match, exactly and now. The audit only grows, and its sequence has no gaps: a count up to some event
 * stays true for ever, so that only what came after it is counted again.
 */
export async function countEvents(
  actor: Team,
  { sort: _, ...filter }: EventMatch & Partial<Pick<AuditExport, 'sort'>>,
): Promise<number> {
  return (await countUpToNow(actor, filter)).count;
}

/** The same, with the last event that was looked at. */
export async function countUpToNow(actor: Team, filter: EventMatch): Promise<Counted> {
  const counts = remembered();
  const key = JSON.stringify([actor.teamId, filter]);
  const span = await spanOf(actor);
  if (asksForAll(filter)) return { ...span, count: span.first === 0n ? 0 : Number(span.head - span.first) + 1 };
  const known = counts.get(key);
  if (known && known.first === span.first && known.head >= span.head) return known;
  const base = known?.first === span.first ? known : undefined;
  const more = await countBetween(actor, filter, base?.head, span.head);
  const counted = { ...span, count: (base?.count ?? 0) + more };
  counts.set(key, counted);
  return counted;
}

/** Without gaps, the first and the last of all say how many there are. */
const asksForAll = (filter: EventMatch) =>
  Object.values(filter).every((value) => value === undefined || (Array.isArray(value) && value.length === 0));

async function spanOf({ teamId }: Team): Promise<Span> {
  const [span] = await db.$queryRaw<Span[]>`
    SELECT a.sequence AS head, coalesce((
      SELECT e.sequence FROM "AuditEvent" e WHERE e."teamId" = a."teamId" ORDER BY e.sequence LIMIT 1
    ), 0) AS first
    FROM "AuditEnd" a WHERE a."teamId" = ${teamId}::uuid`;
  return span ?? { first: 0n, head: 0n };
}

async function countBetween(actor: Team, filter: EventMatch, after: bigint | undefined, upTo: bigint): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>(countQuery(actor, filter, { after, upTo }));
  return counted?.count ?? 0;
}

/** `after` undefined counts from the beginning, by the index of the filter; else the few that came since are read. */
export function countQuery(
  actor: Team,
  filter: EventMatch,
  { after, upTo }: { after: bigint | undefined; upTo: bigint },
): Prisma.Sql {
  const actions = actionsOf(filter);
  const action = actions ? Prisma.sql`AND e.action IN (${Prisma.join(actions)})` : Prisma.empty;
  const matching = Prisma.sql`${eventWhere(actor, filter)} ${action}`;
  if (after === undefined) {
    return Prisma.sql`SELECT count(*)::int AS count FROM "AuditEvent" e WHERE ${matching} AND e.sequence <= ${upTo}`;
  }
  return Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT * FROM "AuditEvent" e
      WHERE e."teamId" = ${actor.teamId}::uuid AND e.sequence > ${after} AND e.sequence <= ${upTo} OFFSET 0
    ) e WHERE ${matching}`;
}
