import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import type { Cut } from '@/server/database/keyset-cut';
import { unguessed } from '@/server/database/unguessed';
import { actionsOf, eventWhere, type EventMatch } from './event-where';
import { eventColumns, type EventRow } from './to-event';

/** The rows of one cut through those that match. Their keys come from an index alone, so that skipping is cheap. */
export function readEvents(actor: Actor, filter: EventMatch, cut: Cut): Promise<EventRow[]> {
  return db.$queryRaw<EventRow[]>(pageQuery(actor, filter, cut));
}

export function pageQuery(actor: Pick<Actor, 'teamId'>, filter: EventMatch, cut: Cut): Prisma.Sql {
  return Prisma.sql`
    SELECT e.sequence::text AS id, ${cut.value} AS value, ${eventColumns}
    FROM (${keysOf(actor, filter, cut)}) k
    JOIN "AuditEvent" e ON e."teamId" = ${unguessed(actor.teamId)} AND e.sequence = k.sequence
    ORDER BY ${cut.orderBy}`;
}

/**
 * Of several actions, each is read in order by itself and then merged: read together, a rare one among many would
 * make the database go through the whole table, or sort all of it. One object has few events of any action.
 */
function keysOf(actor: Pick<Actor, 'teamId'>, filter: EventMatch, { where, orderBy, take, skip }: Cut): Prisma.Sql {
  const matching = Prisma.sql`${eventWhere(actor, filter)} AND ${where}`;
  const actions = actionsOf(filter);
  if (!actions || filter.objectId || actions.length === 1) {
    const action = actions ? Prisma.sql`AND e.action IN (${Prisma.join(actions)})` : Prisma.empty;
    return Prisma.sql`
      SELECT e.at, e.sequence FROM "AuditEvent" e WHERE ${matching} ${action}
      ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}`;
  }
  return Prisma.sql`
    SELECT e.at, e.sequence FROM unnest(${actions}::text[]) AS one(action) CROSS JOIN LATERAL (
      SELECT e.at, e.sequence FROM "AuditEvent" e WHERE ${matching} AND e.action = one.action
      ORDER BY ${orderBy} LIMIT ${take + skip}
    ) e ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}`;
}
