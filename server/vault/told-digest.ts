import 'server-only';
import { createHmac } from 'node:crypto';
import { stableKey } from '@/server/vault/fingerprint';

/** Says in the audit which token a connection was given: nothing about the token, nor whether another has the same. */
export function tokenDigest(connectionId: string, tokenHash: Uint8Array): string {
  return digest('token in the audit', connectionId, tokenHash);
}

/** Says the same of the Secret of an app. */
export function secretDigest(appId: string, secret: string): string {
  return digest('secret in the audit', appId, secret);
}

function digest(purpose: string, id: string, value: Uint8Array | string): string {
  return createHmac('sha256', stableKey(purpose)).update(`${id} `).update(value).digest('hex').slice(0, 32);
}
