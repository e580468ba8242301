import { expect } from 'vitest';
import { db } from '@/test/database';

/** The process dies when it begins its next transaction but so many. */
export async function dieAfter(transactions: number, act: () => Promise<unknown>): Promise<void> {
  const begin = db.$transaction;
  let begun = 0;
  db.$transaction = ((...given: Parameters<typeof begin>) => {
    if (++begun > transactions) throw new Error('killed');
    return begin.apply(db, given);
  }) as typeof begin;
  await expect(act().finally(() => (db.$transaction = begin))).rejects.toThrow('killed');
}
