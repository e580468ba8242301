import { ORPCError } from '@orpc/client';

const reasons = [
  'app_incomplete',
  'secret_tampered',
  'redirect_url_unknown',
  'other_identity',
  'losses_unconfirmed',
] as const;
const codes = ['forbidden', 'conflict', 'not_found', 'unavailable', 'rate_limited'] as const;

/** The wording of an error of our API, by its reason where it gives one; anything that is no answer is the network. */
export function problemKey(error: Error) {
  if (!(error instanceof ORPCError)) return 'network';
  const reason = reasonOf(error);
  return reasons.find((known) => known === reason) ?? codes.find((known) => known === error.code) ?? 'other';
}

/** `data.reason` of an error of our API. */
export function reasonOf(error: unknown): string | null {
  const data: unknown = error instanceof ORPCError ? error.data : null;
  if (typeof data !== 'object' || data === null || !('reason' in data)) return null;
  return typeof data.reason === 'string' ? data.reason : null;
}
