import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { tokenFingerprint } from '@/server/vault/fingerprint';
import { unseal } from '@/server/vault/seal';
import { TamperedError } from '@/server/vault/tampered-error';

/** `tokenHash`: the digest that stands beside it. Both are written together, so that one without the other was altered. */
type Row = { teamId: string; id: string; tokenSealed: Uint8Array; tokenHash: Uint8Array | null };

/**
 * The access token of a connection in the clear, for the length of a call.
 * @throws TamperedError also for an earlier token of the same row that was put back
 */
export function openToken({ teamId, id, tokenSealed, tokenHash }: Row): string {
  const place = { table: 'Connection', column: 'tokenSealed', teamId, rowId: id };
  const token = unseal(tokenSealed, place);
  if (!tokenHash || !isDigestOf(token, tokenHash)) throw new TamperedError(place);
  return token;
}

function isDigestOf(token: string, tokenHash: Uint8Array): boolean {
  const digest = tokenFingerprint(token);
  return digest.length === tokenHash.length && timingSafeEqual(digest, tokenHash);
}
