import 'server-only';
import type { AppCredentials } from '@/server/tiktok/exchange';
import { TikTokError } from '@/server/tiktok/tiktok-error';
import type { OpenApp } from './open-app';

/** Calls TikTok with an app's secret and, while TikTok has not switched to that one yet, with the one before it. */
export async function withEitherSecret<Value>(
  { appId, secret, priorSecret }: Pick<OpenApp, 'appId' | 'secret' | 'priorSecret'>,
  call: (credentials: AppCredentials) => Promise<Value>,
): Promise<Value> {
  try {
    return await call({ appId, secret });
  } catch (error) {
    const mismatch = error instanceof TikTokError && error.data.classification.key === 'credentials_mismatch';
    if (!mismatch || priorSecret === null) throw error;
    return call({ appId, secret: priorSecret });
  }
}
