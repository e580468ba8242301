import 'server-only';
import type PgBoss from 'pg-boss';
import type { Transaction } from '@/server/database/client';

/** Lets the job engine write within a transaction of ours: jobs and rows are kept together, or neither is. */
export function inTransaction(tx: Transaction): PgBoss.Db {
  return {
    executeSql: async (text, values) => ({ rows: await tx.$queryRawUnsafe<object[]>(text, ...values) }),
  };
}
