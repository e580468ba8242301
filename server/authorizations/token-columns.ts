import 'server-only';
import { tokenFingerprint } from '@/server/vault/fingerprint';
import { hintOf } from '@/server/vault/hint';
import { seal } from '@/server/vault/seal';

/** Should nobody have looked at it by then, a sweep does. */
const firstCheckMs = 10 * 60_000;

/** The columns in which a connection keeps its token: sealed to its own row, a keyed digest to find it by, a hint. */
export function tokenColumns(accessToken: string, { teamId, rowId }: { teamId: string; rowId: string }) {
  return {
    tokenSealed: seal(accessToken, { table: 'Connection', column: 'tokenSealed', teamId, rowId }),
    tokenHash: tokenFingerprint(accessToken),
    tokenHint: hintOf(accessToken),
    nextCheckAt: new Date(Date.now() + firstCheckMs),
  };
}
