import { readFailure } from '@/lib/api-failure';

const reasons = [
  'app_incomplete',
  'secret_tampered',
  'tampered',
  'redirect_url_unknown',
  'other_identity',
  'losses_unconfirmed',
  'comparison_changed',
] as const;
const codes = ['forbidden', 'conflict', 'not_found', 'unavailable', 'rate_limited'] as const;

/** The wording of an error of our API, by its reason where it gives one; anything that is no answer is the network. */
export function problemKey(error: Error) {
  const { code, reason } = readFailure(error);
  if (code === null) return 'network';
  return reasons.find((known) => known === reason) ?? codes.find((known) => known === code) ?? 'other';
}
