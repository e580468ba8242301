import 'server-only';
import { z } from 'zod';
import { callTikTok } from './call';
import { type TikTokHost } from './host';
import { optionalHandle, text, time } from './lossless';

const user = z
  .object({ core_user_id: optionalHandle, display_name: text, email: text, create_time: time, avatar_url: text })
  .transform((row) => ({
    coreUserId: row.core_user_id,
    displayName: row.display_name,
    /** Masked by TikTok: fit to be shown, not to tell two people apart. */
    maskedEmail: row.email,
    createdAt: row.create_time,
    avatarUrl: row.avatar_url,
  }));

export type TikTokUser = z.infer<typeof user>;

/** Who authorized this token. The cheapest proof that it lives; works in the sandbox too. */
export async function tikTokUser(host: TikTokHost, accessToken: string): Promise<TikTokUser> {
  const { data } = await callTikTok(host, { endpoint: 'user', accessToken }, user);
  return data;
}
