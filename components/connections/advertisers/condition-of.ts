export type AdvertiserCondition = 'enabled' | 'disabled' | 'limited' | 'pending' | 'rejected' | 'unknown';

/** TikTok's dozen words for the state of an ad account in six; a word it has added since is unknown. */
export function conditionOf(status: string | null): AdvertiserCondition {
  if (status === 'STATUS_ENABLE') return 'enabled';
  if (status === 'STATUS_DISABLE') return 'disabled';
  if (status === 'STATUS_LIMIT') return 'limited';
  if (/FAIL/.test(status ?? '')) return 'rejected';
  return /PENDING|WAIT|UNAUDITED/.test(status ?? '') ? 'pending' : 'unknown';
}
