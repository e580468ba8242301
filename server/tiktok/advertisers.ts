import 'server-only';
import { z } from 'zod';
import { advertiserInfoFields } from '@/contract/tiktok-endpoints';
import { callTikTok } from './call';
import { type AppCredentials } from './exchange';
import { type TikTokHost } from './host';
import { id, optionalId, text, time } from './lossless';

const batchSize = 100;

const reached = z.object({ advertiser_id: id, advertiser_name: text }).transform((row) => ({
  advertiserId: row.advertiser_id,
  name: row.advertiser_name,
}));

/** v1.2 calls the id of an ad account `id`. */
function inOurNames(row: unknown): unknown {
  return row && typeof row === 'object' && 'id' in row ? { advertiser_id: row.id, ...row } : row;
}

const info = z
  .preprocess(
    inOurNames,
    z.object({
      advertiser_id: id,
      name: text,
      status: text,
      role: text,
      company: text,
      country: text,
      currency: text,
      timezone: text,
      display_timezone: text,
      language: text,
      industry: text,
      create_time: time,
      advertiser_account_type: text,
      owner_bc_id: optionalId,
      rejection_reason: text,
    }),
  )
  .transform((row) => ({
    advertiserId: row.advertiser_id,
    name: row.name,
    status: row.status,
    role: row.role,
    company: row.company,
    country: row.country,
    currency: row.currency,
    timezone: row.timezone,
    displayTimezone: row.display_timezone,
    language: row.language,
    industry: row.industry,
    createdAt: row.create_time,
    accountType: row.advertiser_account_type,
    ownerBcId: row.owner_bc_id,
    rejectionReason: row.rejection_reason,
  }));

export type ReachedAdvertiser = z.infer<typeof reached>;
export type AdvertiserInfo = z.infer<typeof info>;

/** All ad accounts that the token reaches. Also proves that it belongs to this app. Not offered by the sandbox. */
export async function listAdvertisers(
  host: TikTokHost,
  app: AppCredentials,
  accessToken: string,
): Promise<ReachedAdvertiser[]> {
  const query = { app_id: app.appId, secret: app.secret };
  const { data } = await callTikTok(host, { endpoint: 'advertisers', accessToken, query }, listOf(reached));
  return [...new Map(data.list.map((one) => [one.advertiserId, one])).values()];
}

/** Describes ad accounts, a hundred per call, yielding each call's rows. Some ids may come back undescribed. */
export async function* advertiserInfo(
  host: TikTokHost,
  accessToken: string,
  advertiserIds: readonly string[],
): AsyncGenerator<AdvertiserInfo[]> {
  for (let start = 0; start < advertiserIds.length; start += batchSize) {
    const query = {
      advertiser_ids: JSON.stringify(advertiserIds.slice(start, start + batchSize)),
      fields: JSON.stringify(advertiserInfoFields),
    };
    const { data } = await callTikTok(host, { endpoint: 'advertiserInfo', accessToken, query }, listOf(info));
    yield data.list;
  }
}

/** `null` is how TikTok's servers may write an empty list; a list that is not there at all is an unreadable answer. */
function listOf<T>(row: z.ZodType<T>) {
  return z.object({
    list: z
      .array(row)
      .nullable()
      .transform((rows) => rows ?? []),
  });
}
