import { db } from '@/test/database';
import type { Transaction } from '@/server/database/client';

/** Does to the events of an audit what only the owner of their table can: everybody else is refused. */
export async function changeAudit(change: (tx: Transaction) => Promise<unknown>): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`ALTER TABLE "AuditEvent" DISABLE TRIGGER append_only`;
    await change(tx);
    await tx.$executeRaw`ALTER TABLE "AuditEvent" ENABLE ALWAYS TRIGGER append_only`;
  });
}
