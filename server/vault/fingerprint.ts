import 'server-only';
import { createHmac } from 'node:crypto';
import { derive } from '@/server/vault/cipher';
import { keyring } from '@/server/vault/keyring';

/**
 * A key for one purpose (`api keys`), the same for as long as the installation lives, whatever keys rotate.
 */
export function stableKey(purpose: string): Buffer {
  return derive(keyring().stable, purpose);
}

/** Tells the same token again, without telling the token: for look-up and for finding duplicates. */
export function tokenFingerprint(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', stableKey('token fingerprint')).update(token).digest());
}
