import 'server-only';
import { createHmac } from 'node:crypto';
import { stableKey } from '@/server/vault/fingerprint';

/** Says in the audit which token a connection was given: nothing about the token, nor whether another has the same. */
export function tokenDigest(connectionId: string, tokenHash: Uint8Array): string {
  const mac = createHmac('sha256', stableKey('token in the audit')).update(`${connectionId} `).update(tokenHash);
  return mac.digest('hex').slice(0, 32);
}
