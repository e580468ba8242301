import 'server-only';
import type { TikTokFailure } from '@/contract/shapes';
import type { TikTokKey } from '@/contract/tiktok-codes';
import type { TikTokError } from './tiktok-error';

/** The part of a failure that is kept with a row and shown to people. */
export function describeFailure({ data: { tiktok, classification } }: TikTokError): TikTokFailure {
  return {
    key: classification.key,
    code: tiktok.code,
    message: tiktok.message || null,
    requestId: tiktok.request_id,
  };
}

/** A failure that has no TikTok code of its own, such as an advertiser who ticked no ad account. */
export function plainFailure(key: TikTokKey): TikTokFailure {
  return { key, code: null, message: null, requestId: null };
}
