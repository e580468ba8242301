import 'server-only';
import type { ConnectionSelection } from '@/contract/connection-filter';
import { describeFilter } from '@/server/audit/describe-filter';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin } from '@/server/auth/within';
import { Prisma } from '@/server/database/generated/client';
import { connectionWhere } from './connection-where';

/** The connections of the team, as `c`, that are selected, within the limits of whoever asks. */
export function selectedWhere(actor: Actor, select: ConnectionSelection): Prisma.Sql {
  if ('ids' in select) {
    const named = Prisma.sql`c."teamId" = ${actor.teamId}::uuid AND c.id = ANY(${select.ids}::uuid[])`;
    return Prisma.sql`${named} ${and(connectionsWithin(actor))}`;
  }
  const matching = connectionWhere(actor, select.filter);
  return select.except.length > 0 ? Prisma.sql`${matching} AND c.id <> ALL(${select.except}::uuid[])` : matching;
}

/** A selection for the audit to keep. */
export function describeSelection(select: ConnectionSelection): Record<string, string | number> {
  if ('ids' in select) return { named: select.ids.length };
  const { filter, except } = select;
  return { filter: describeFilter(filter), ...(except.length > 0 && { except: except.length }) };
}
