import 'server-only';
import { refreshVault } from '@/server/vault/refresh';
import type { PutBack } from './rows-put-back';
import { secretsPutBack } from './secrets-put-back';
import { tokensPutBack } from './tokens-put-back';

/**
 * Connections whose token, and apps whose Secret, is not the one that the audit tells of last: one of an earlier time was
 * put back, a token together with its digest, or one that had been erased. Means something only of an audit that was
 * verified. Of what was last changed before the audit told of it nothing can be said.
 */
export async function findPutBack(teamId: string): Promise<PutBack[]> {
  // Another instance may seal with a key that this one has not read yet.
  await refreshVault();
  return [...(await tokensPutBack(teamId)), ...(await secretsPutBack(teamId))];
}
