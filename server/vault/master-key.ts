import 'server-only';
import type { MasterKey } from '@/server/master-keys';
import { decrypt, derive, encrypt, frame } from '@/server/vault/cipher';

type DataKeyPlace = { id: number; purpose: string; masterKeyId: string };

/** Says which master key it is and nothing about it: `1f0c-77aa-0e31-94bd`. */
export function masterKeyFingerprint(key: Uint8Array): string {
  return derive(key, 'master key fingerprint', 8)
    .toString('hex')
    .replace(/(.{4})(?=.)/g, '$1-');
}

export function wrap({ key }: MasterKey, dataKey: Uint8Array, place: DataKeyPlace): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encrypt(derive(key, 'wrap'), dataKey, bound(place)));
}

export function unwrap({ key }: MasterKey, sealed: Uint8Array, place: DataKeyPlace): Buffer {
  return decrypt(derive(key, 'wrap'), sealed, bound(place));
}

function bound({ id, purpose, masterKeyId }: DataKeyPlace): Buffer {
  return frame(['DataKey', 'keySealed', String(id), purpose, masterKeyId]);
}
