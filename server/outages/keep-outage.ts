import 'server-only';
import type { TikTokFailure } from '@/contract/shapes';
import { db } from '@/server/database/client';
import { newId } from '@/server/database/new-id';
import { log } from '@/server/log';

/** TikTok has one host for each environment. */
export type Host = 'production' | 'sandbox';

/** Says that a host answers nobody, once for all instances; what it said last is kept. */
export async function openOutage(host: Host, { key, code, message, requestId }: TikTokFailure): Promise<void> {
  const [row] = await db.$queryRaw<{ opened: boolean }[]>`
    INSERT INTO "Outage" AS known (id, host, key, code, message, "requestId")
    VALUES (${newId()}::uuid, ${host}::"Environment", ${key}, ${code}, ${message}, ${requestId})
    ON CONFLICT (host) WHERE "closedAt" IS NULL DO UPDATE SET
      key = excluded.key, code = excluded.code, message = excluded.message, "requestId" = excluded."requestId"
    RETURNING xmax::text = '0' AS opened`;
  if (row?.opened) log.warn({ host, key, code, requestId }, 'TikTok answers nobody; sweeps wait');
}

/** It answers again. An answer to what was asked before the outage says nothing about it. */
export async function closeOutage(host: Host, askedAt: Date): Promise<void> {
  const closed = await db.outage.updateMany({
    where: { host, closedAt: null, since: { lt: askedAt } },
    data: { closedAt: new Date() },
  });
  if (closed.count > 0) log.info({ host }, 'TikTok answers again');
}
