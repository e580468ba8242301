import 'server-only';
import { z } from 'zod';
import { callTikTok } from './call';
import { type AppCredentials } from './exchange';
import { type TikTokHost } from './host';
import { id } from './lossless';
import { TikTokError } from './tiktok-error';

const revoked = z.object({ advertiser_ids: z.array(id).nullable().catch(null) }).catch({ advertiser_ids: null });

export type Revoked = {
  /** TikTok no longer knew the token: what was asked for had already happened. */
  alreadyDead: boolean;
  /** The ad accounts the token no longer reaches, where TikTok says so. */
  advertiserIds: string[] | null;
  requestId: string | null;
};

/** Ends a token at TikTok. */
export async function revoke(host: TikTokHost, app: AppCredentials, accessToken: string): Promise<Revoked> {
  const body = { app_id: app.appId, secret: app.secret, access_token: accessToken };
  try {
    const { data, requestId } = await callTikTok(host, { endpoint: 'revoke', accessToken, body }, revoked);
    return { alreadyDead: false, advertiserIds: data.advertiser_ids, requestId };
  } catch (error) {
    if (!(error instanceof TikTokError) || !isDead(error)) throw error;
    return { alreadyDead: true, advertiserIds: null, requestId: error.data.tiktok.request_id };
  }
}

function isDead({ data }: TikTokError): boolean {
  return data.classification.key === 'token_rejected' || data.classification.key === 'token_expired';
}
