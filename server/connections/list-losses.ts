import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { grantsWithin } from '@/server/auth/within';
import type { Transaction } from '@/server/database/client';
import { unguessed } from '@/server/database/unguessed';
import { findConnection } from './find-connection';
import { onlyThis } from './reached';
import { readGrants } from './read-grants';

/** The advertisers that would be lost with this connection. */
export async function listLosses(actor: Actor, { id, ...page }: { id: string; cursor?: string; limit: number }) {
  await findConnection(actor, id);
  return readGrants(actor, { connectionId: id, narrowed: [...grantsWithin(actor), onlyThis] }, page);
}

/** How many advertisers would be lost with it, however few of them whoever asks may know. */
export async function countLosses(tx: Transaction, teamId: string, connectionId: string): Promise<number> {
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM "Connection" k
    JOIN "Grant" g ON g."teamId" = k."teamId" AND g."connectionId" = k.id
    JOIN "AdvertiserReach" r ON r."teamId" = g."teamId" AND r."advertiserId" = g."advertiserId"
    WHERE k."teamId" = ${unguessed(teamId)} AND k.id = ${connectionId}::uuid AND ${onlyThis}`;
  return counted?.count ?? 0;
}
