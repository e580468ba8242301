import 'server-only';
import type { Turns } from '@/server/budget/turns';
import type { OpenApp } from '@/server/credentials/open-app';
import { db } from '@/server/database/client';
import { advertiserInfo, type AdvertiserInfo } from '@/server/tiktok/advertisers';
import type { TikTokHost } from '@/server/tiktok/host';
import { TikTokError } from '@/server/tiktok/tiktok-error';
import { toAdvertiser } from './read-reach';
import { upsertAdvertisers } from './upsert-advertisers';

/** How many ad accounts TikTok describes in one call. */
export const describedPerCall = 100;

/**
 * Describes these advertisers, a hundred a call and each call in its turn, saving each hundred. Ends early when to ask
 * on is of no use now: what remains is found again.
 */
export async function describeAdvertisers(
  app: OpenApp,
  { teamId, accessToken }: { teamId: string; accessToken: string },
  advertiserIds: readonly string[],
  turns: Turns,
): Promise<TikTokError | null> {
  for (let start = 0; start < advertiserIds.length; start += describedPerCall) {
    const ids = advertiserIds.slice(start, start + describedPerCall);
    await turns.next();
    const rows = await ask(app.host, accessToken, ids);
    if (rows instanceof TikTokError) return rows;
    await save(teamId, ids, rows);
  }
  return null;
}

/** An error: to ask on would be of no use now. One ad account that is gone spoils its hundred only. */
async function ask(host: TikTokHost, accessToken: string, ids: readonly string[]) {
  try {
    const rows: AdvertiserInfo[] = [];
    for await (const batch of advertiserInfo(host, accessToken, ids)) rows.push(...batch);
    return rows;
  } catch (error) {
    if (!(error instanceof TikTokError)) throw error;
    const { key } = error.data.classification;
    return key === 'account_unreachable' || key === 'account_gone' ? [] : error;
  }
}

/** Asked about counts as described: TikTok leaves some out, and they must not be asked about for ever. */
async function save(teamId: string, ids: readonly string[], rows: AdvertiserInfo[]): Promise<void> {
  await db.$transaction(async (tx) => {
    await upsertAdvertisers(tx, teamId, rows.map(toAdvertiser));
    await tx.advertiser.updateMany({
      where: { teamId, advertiserId: { in: [...ids] } },
      data: { describedAt: new Date() },
    });
  });
}
