import 'server-only';
import type { TikTokKey } from '@/contract/tiktok-codes';
import type { TikTokError } from '@/server/tiktok/tiktok-error';

const trouble: readonly TikTokKey[] = ['tiktok_trouble', 'unreachable', 'timeout', 'cut_off', 'unreadable'];

type Answered = { error?: TikTokError };

/**
 * The trouble at TikTok that a piece of work met: only where nothing that was asked was answered. One endpoint, or one
 * ad account, that fails while another answers is no outage, and neither is too many requests.
 */
export function outageOf(answers: readonly Answered[]): TikTokError | null {
  const errors = answers.map(({ error }) => error);
  const troubled = errors.every((error) => error && trouble.includes(error.data.classification.key));
  return troubled ? (errors.at(-1) ?? null) : null;
}
