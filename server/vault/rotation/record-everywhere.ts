import 'server-only';
import type { AuditAction } from '@/contract/audit-words';
import { record, type AuditDetail } from '@/server/audit/record';
import { systemActor, type Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';

/** What is done to the keys concerns every team. Who did it is told in their own; the others learn that it was done. */
export async function recordEverywhere(
  tx: Transaction,
  actor: Actor | 'Command line',
  action: AuditAction,
  data: NonNullable<AuditDetail['data']>,
): Promise<void> {
  // Held from the start, and in one order: none vanishes while the others are told.
  const teams = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Team" ORDER BY id FOR NO KEY UPDATE`;
  for (const { id } of teams) {
    const own = actor !== 'Command line' && actor.teamId === id;
    const who = own ? actor : systemActor(id, actor === 'Command line' ? actor : undefined);
    await record(tx, who, action, { kind: 'vault', id: null }, { data });
  }
}
