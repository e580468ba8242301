import 'server-only';
import type { TikTokKey } from '@/contract/tiktok-codes';
import type { AppCredentials } from '@/server/tiktok/exchange';
import { TikTokError } from '@/server/tiktok/tiktok-error';
import type { OpenApp } from './open-app';

const keys: TikTokKey[] = ['credentials_mismatch', 'app_blocked'];

/** Whether TikTok may refuse the secret: 40101, and 40113, which it also says of an app that may not. */
export const mayBeSecret = (error: unknown): boolean =>
  error instanceof TikTokError && keys.includes(error.data.classification.key);

/** Calls TikTok with an app's secret and, while TikTok has not switched to that one yet, with the one before it. */
export async function withEitherSecret<Value>(
  { appId, secret, priorSecret }: Pick<OpenApp, 'appId' | 'secret' | 'priorSecret'>,
  call: (credentials: AppCredentials) => Promise<Value>,
): Promise<Value> {
  try {
    return await call({ appId, secret });
  } catch (error) {
    if (!mayBeSecret(error) || priorSecret === null) throw error;
    return call({ appId, secret: priorSecret }).catch((second: unknown) => {
      // Neither is taken: what was said of the one that is meant counts.
      throw mayBeSecret(second) ? error : second;
    });
  }
}
