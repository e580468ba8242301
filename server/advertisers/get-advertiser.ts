import 'server-only';
import type { Advertiser } from '@/contract/advertisers';
import type { Actor } from '@/server/auth/actor';
import { and } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { reachedBy, thoseWithin } from './advertiser-where';
import { advertiserColumns, toAdvertiser, type AdvertiserRow } from './to-advertiser';

/** @throws AppError not_found, the same for an advertiser that only another team reaches and for none. */
export async function getAdvertiser(actor: Actor, { advertiserId }: { advertiserId: string }): Promise<Advertiser> {
  const [row] = await db.$queryRaw<AdvertiserRow[]>`
    SELECT ${advertiserColumns} FROM ${reachedBy(actor)}
    WHERE a."teamId" = ${actor.teamId}::uuid AND a."advertiserId" = ${advertiserId} ${and(thoseWithin(actor))}`;
  if (!row) throw new AppError('not_found', 'There is no such advertiser in this team.');
  return toAdvertiser(row);
}
