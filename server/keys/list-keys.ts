import 'server-only';
import { z } from 'zod';
import type { KeyFilter } from '@/contract/api-keys';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage, type KeysetOrder } from '@/server/database/keyset';
import { keyColumns, keysOf, keyState, toKey, type KeyRow } from './to-key';

const byId = { column: Prisma.sql`k.id`, type: 'uuid', value: z.uuid() } as const;
/** Ids are ordered in time. */
const newestFirst: KeysetOrder = { ...byId, name: 'newest', id: byId, descending: true };

/** The team's keys, those that no longer work among them. */
export async function listKeys({ teamId }: Actor, { state, cursor, limit }: KeyFilter) {
  const matching = Prisma.sql`${keysOf(teamId)} ${state ? Prisma.sql`AND ${keyState} = ${state}` : Prisma.empty}`;
  const [{ rows, ...cursors }, [counted]] = await Promise.all([
    readKeysetPage(
      newestFirst,
      { cursor, limit },
      ({ where, orderBy, value, take }) => db.$queryRaw<(KeyRow & { value: string | null })[]>`
        SELECT ${value} AS value, ${keyColumns}, ${keyState} AS state
        FROM ${matching} AND ${where} ORDER BY ${orderBy} LIMIT ${take}`,
    ),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${matching}`,
  ]);
  return { ...cursors, rows: rows.map(({ value: _, ...row }) => toKey(row)), total: counted?.total ?? 0 };
}
