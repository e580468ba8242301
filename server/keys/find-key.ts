import 'server-only';
import type { ApiKey } from '@/contract/api-keys';
import type { Actor } from '@/server/auth/actor';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { keyColumns, keysOf, keyState, toKey, type KeyRow } from './to-key';

/** @throws AppError not_found, the same for a key of another team and for none. */
export async function findKey({ teamId }: Actor, id: string, tx: Transaction = db): Promise<ApiKey> {
  const [row] = await tx.$queryRaw<KeyRow[]>`
    SELECT ${keyColumns}, ${keyState} AS state FROM ${keysOf(teamId)} AND k.id = ${id}::uuid`;
  if (!row) throw new AppError('not_found', 'There is no such key in this team.');
  return toKey(row);
}
