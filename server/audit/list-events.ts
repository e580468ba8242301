import 'server-only';
import type { AuditFilter } from '@/contract/audit';
import type { Actor } from '@/server/auth/actor';
import { readKeysetPage } from '@/server/database/keyset';
import { countEvents } from './count-events';
import { eventOrder } from './event-order';
import { readEvents } from './read-events';
import { toEvent } from './to-event';

/**
 * One page of the team's audit, and exactly how many events match. Served by an index whatever is asked, on a million
 * rows too: a page by the index of its narrowest filter, in time order; `q` by the beginnings of names, which is why it
 * does not look inside them.
 */
export async function listEvents(actor: Actor, { sort, cursor, limit, skip, ...filter }: AuditFilter) {
  const [{ rows, ...page }, total] = await Promise.all([
    readKeysetPage(eventOrder(sort), { cursor, limit, skip }, (cut) => readEvents(actor, filter, cut)),
    countEvents(actor, filter),
  ]);
  return { ...page, rows: rows.map(toEvent), total };
}
