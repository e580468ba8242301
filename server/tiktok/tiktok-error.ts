import 'server-only';
import { type TikTokClassification } from '@/contract/tiktok-codes';
import { type TikTokEndpoint } from '@/contract/tiktok-endpoints';
import { AppError } from '@/server/errors';

/** `refused`: TikTok answered with a code of its own. All others: there was no answer that could be read. */
export type TikTokFailureKind =
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'cut_off'
  | 'too_large'
  | 'redirected'
  | 'not_found_page'
  | 'rate_limited'
  | 'server_error'
  | 'unreadable'
  | 'no_token';

export type TikTokFailure = {
  tiktok: {
    code: number | null;
    message: string;
    request_id: string | null;
    endpoint: TikTokEndpoint;
    httpStatus: number | null;
    kind: TikTokFailureKind;
  };
  classification: TikTokClassification;
  /** TikTok may have acted on the request although its answer is of no use; false only when it certainly did not. */
  ambiguous: boolean;
};

/** TikTok refused, failed or was not heard. Holds no address, no request and no secret. */
export class TikTokError extends AppError {
  declare readonly data: TikTokFailure;

  constructor(failure: TikTokFailure) {
    const { code, endpoint, message } = failure.tiktok;
    const words = code === null ? `TikTok ${message} (${endpoint})` : `TikTok refused ${endpoint} with ${code}`;
    super('upstream', code === null || !message ? words : `${words}: ${message}`, { data: failure });
    this.name = 'TikTokError';
  }
}
