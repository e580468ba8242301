import 'server-only';
import type { Transaction } from '@/server/database/client';

/** Any number, the same in every instance. */
const lockNumber = 7_236_519_002;

/** Until the end of the transaction nobody else makes, turns or retires keys. */
export async function holdKeys(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lockNumber}::bigint)`;
}
