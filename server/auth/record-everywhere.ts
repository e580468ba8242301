import 'server-only';
import { record, type AuditDetail, type AuditObject } from '@/server/audit/record';
import type { AuditAction } from '@/contract/audit-words';
import type { Transaction } from '@/server/database/client';
import type { Session } from './session';
import { toPerson } from './to-person';

/** Writes into the audit of every team a person belongs to. Like `record`, it comes last in the transaction. */
export async function recordEverywhere(
  tx: Transaction,
  session: Session,
  action: AuditAction,
  object?: AuditObject,
  detail?: AuditDetail,
): Promise<void> {
  const { user, memberships } = session;
  // Always in the same order: each holds its team's sequence until the commit.
  for (const membership of memberships.toSorted((a, b) => (a.team.id < b.team.id ? -1 : 1))) {
    const about = object ?? { kind: 'account', id: user.id, name: user.name };
    await record(tx, toPerson(session, membership), action, about, detail);
  }
}
