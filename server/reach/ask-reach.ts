import 'server-only';
import { turnsAtOnce, type Turns } from '@/server/budget/turns';
import type { OpenApp } from '@/server/credentials/open-app';
import { withEitherSecret } from '@/server/credentials/with-either-secret';
import {
  advertiserInfo,
  listAdvertisers,
  type AdvertiserInfo,
  type ReachedAdvertiser,
} from '@/server/tiktok/advertisers';
import type { AppCredentials } from '@/server/tiktok/exchange';
import { TikTokError } from '@/server/tiktok/tiktok-error';
import { tikTokUser, type TikTokUser } from '@/server/tiktok/user';

export type Answer<Value> = { value: Value; error?: undefined } | { value?: undefined; error: TikTokError };

export type Answers = {
  user: Answer<TikTokUser>;
  /** Null in the sandbox, which has no such list. */
  advertisers: Answer<ReachedAdvertiser[]> | null;
  /** Of the first hundred; null where there was nobody, or no time, to ask about. */
  descriptions: Answer<AdvertiserInfo[]> | null;
};

const firstBatch = 100;
/** With less than this left, the descriptions can wait. */
const leastMs = 250;

type Asking = { withinMs?: number; turns?: Turns };

/**
 * Asks TikTok whose a token is, what it reaches, and to describe the first hundred of that: three calls at most, each in
 * its turn, all within `withinMs`. Their refusals are answers too; only what is ours to repair is thrown.
 */
export async function askReach(
  app: OpenApp,
  accessToken: string,
  { withinMs = 25_000, turns = turnsAtOnce() }: Asking = {},
): Promise<Answers> {
  const deadline = Date.now() + withinMs;
  const host = async () => {
    await turns.next();
    return { ...app.host, deadlineMs: Math.max(1, Math.min(20_000, deadline - Date.now())) };
  };
  const list = async (of: AppCredentials) => listAdvertisers(await host(), of, accessToken);
  const [user, advertisers] = await Promise.all([
    answerOf(async () => tikTokUser(await host(), accessToken)),
    app.host.sandbox ? null : answerOf(() => withEitherSecret(app, list)),
  ]);
  const ids = advertisers?.value?.slice(0, firstBatch).map(({ advertiserId }) => advertiserId) ?? [];
  if (ids.length === 0 || deadline - Date.now() < leastMs) return { user, advertisers, descriptions: null };
  return { user, advertisers, descriptions: await answerOf(async () => describe(await host(), accessToken, ids)) };
}

/** Whether the token still answers at all, with the cheapest call there is. */
export async function askAgain(
  app: OpenApp,
  accessToken: string,
  { withinMs = 5_000, turns = turnsAtOnce() }: Asking = {},
): Promise<Answer<TikTokUser>> {
  await turns.next();
  return answerOf(() => tikTokUser({ ...app.host, deadlineMs: withinMs }, accessToken));
}

async function describe(host: OpenApp['host'], accessToken: string, ids: string[]): Promise<AdvertiserInfo[]> {
  const rows: AdvertiserInfo[] = [];
  for await (const batch of advertiserInfo(host, accessToken, ids)) rows.push(...batch);
  return rows;
}

async function answerOf<Value>(ask: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (error instanceof TikTokError) return { error };
    throw error;
  }
}
