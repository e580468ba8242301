import 'server-only';
import { type TikTokKey, classifyTikTok, tikTokMeaning } from '@/contract/tiktok-codes';
import { type TikTokEndpoint } from '@/contract/tiktok-endpoints';
import { metrics } from '@/server/metrics/metrics';
import { TikTokError, type TikTokFailureKind } from './tiktok-error';

type Unheard = Exclude<TikTokFailureKind, 'refused'>;

const unheard: Record<Unheard, { key: TikTokKey; ambiguous: boolean; message: string }> = {
  unreachable: { key: 'unreachable', ambiguous: false, message: 'could not be reached' },
  redirected: { key: 'redirected', ambiguous: false, message: 'redirected elsewhere' },
  not_found_page: { key: 'not_found_page', ambiguous: false, message: 'does not know this address' },
  rate_limited: { key: 'rate_app', ambiguous: false, message: 'asked to slow down' },
  server_error: { key: 'tiktok_trouble', ambiguous: true, message: 'failed' },
  timeout: { key: 'timeout', ambiguous: true, message: 'did not answer in time' },
  cut_off: { key: 'cut_off', ambiguous: true, message: 'broke off its answer' },
  too_large: { key: 'too_large', ambiguous: true, message: 'answered too much' },
  unreadable: { key: 'unreadable', ambiguous: true, message: 'gave an answer that cannot be read' },
  no_token: { key: 'no_token', ambiguous: true, message: 'answered OK without a usable token' },
};

type Heard = { httpStatus?: number | null; requestId?: string | null };

/** There was no answer that could be used. */
export function failure(endpoint: TikTokEndpoint, kind: Unheard, { httpStatus = null, requestId = null }: Heard = {}) {
  const { key, ambiguous, message } = unheard[kind];
  metrics().answers.inc({ endpoint, key });
  return new TikTokError({
    tiktok: { code: null, message, request_id: requestId, endpoint, httpStatus, kind },
    classification: tikTokMeaning(key),
    ambiguous,
  });
}

/** TikTok answered with a code other than the hoped-for one. After a system error it may still have acted. */
export function refusal(endpoint: TikTokEndpoint, code: number, message: string, { httpStatus, requestId }: Heard) {
  const classification = classifyTikTok({ code, message });
  metrics().answers.inc({ endpoint, key: classification.key });
  return new TikTokError({
    tiktok: { code, message, request_id: requestId ?? null, endpoint, httpStatus: httpStatus ?? null, kind: 'refused' },
    classification,
    ambiguous: classification.key === 'tiktok_trouble' || classification.key === 'partial',
  });
}
