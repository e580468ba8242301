import 'server-only';
import { db, type Transaction } from '@/server/database/client';
import { columnsOfVault, sqlOf } from './places';

/** How many sealed values there are under each data key, as their own heads say. */
export async function countByKey(tx: Transaction = db): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const column of columnsOfVault) {
    const { from, value, keyId } = sqlOf(column);
    const rows = await tx.$queryRaw<{ key: number | null; count: bigint }[]>`
      SELECT ${keyId} AS key, count(*) FROM ${from} WHERE ${value} IS NOT NULL GROUP BY 1`;
    for (const { key, count } of rows) counts.set(key ?? 0, (counts.get(key ?? 0) ?? 0) + Number(count));
  }
  return counts;
}
