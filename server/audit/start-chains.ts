import 'server-only';
import type { Transaction } from '@/server/database/client';
import { startHead } from './chain';

/** Whether any event is part of a chain. */
export async function hasChain(tx: Transaction): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ some: boolean }[]>`
    SELECT EXISTS (SELECT FROM "AuditEnd" WHERE head IS NOT NULL)
      OR EXISTS (SELECT FROM "AuditEvent" WHERE mac IS NOT NULL) AS some`;
  return found?.some ?? false;
}

/** In a database of an earlier version the chain of each team begins after the events that it has. */
export async function startChains(tx: Transaction, key: Uint8Array): Promise<void> {
  const teams = await tx.$queryRaw<{ teamId: string; sequence: bigint }[]>`
    SELECT "teamId", sequence FROM "AuditEnd" WHERE sequence > 0 FOR NO KEY UPDATE`;
  for (const place of teams) {
    const head = new Uint8Array(startHead(key, place));
    await tx.auditEnd.update({ where: { teamId: place.teamId }, data: { head }, select: { teamId: true } });
  }
}
