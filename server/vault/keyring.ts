import 'server-only';
import { forget, shared } from '@/server/shared';

/** Data keys by number, the one that seals, and those that outlive rotation: for look-up, and for the audit chain. */
export type Keyring = { current: number; keys: ReadonlyMap<number, Buffer>; stable: Buffer; audit: Buffer };

const name = 'keyring';

export function keyring(): Keyring {
  return shared(name, () => {
    throw new Error('The vault is closed: openVault() comes first.');
  });
}

export function putKeyring(ring: Keyring): void {
  forget(name);
  shared(name, () => ring);
}
