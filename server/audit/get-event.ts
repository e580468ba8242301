import 'server-only';
import type { AuditEvent } from '@/contract/audit';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { eventColumns, toEvent, type EventRow } from './to-event';

/** @throws AppError not_found */
export async function getEvent({ teamId }: Actor, { sequence }: { sequence: string }): Promise<AuditEvent> {
  const [row] = await db.$queryRaw<EventRow[]>`
    SELECT e.sequence::text AS id, NULL AS value, ${eventColumns} FROM "AuditEvent" e
    WHERE e."teamId" = ${teamId}::uuid AND e.sequence = ${sequence}::bigint`;
  if (!row) throw new AppError('not_found', 'There is no such event in this team’s audit.');
  return toEvent(row);
}
