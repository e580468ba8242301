import 'server-only';
import { decrypt, encrypt, frame } from '@/server/vault/cipher';
import { keyring } from '@/server/vault/keyring';
import type { Place } from '@/server/vault/place';
import { countSeal } from '@/server/vault/seal-count';
import { TamperedError } from '@/server/vault/tampered-error';

/** Format version and number of the data key, before nonce, ciphertext and tag. */
const version = 1;
const headerLength = 5;

/** Encrypts for one place. Both the bytes and the place are needed to read it again. */
export function seal(plain: string, place: Place): Uint8Array<ArrayBuffer> {
  const { current, keys } = keyring();
  const key = keys.get(current);
  if (!key) throw new Error('The vault has no current key.');
  countSeal(current);
  const header = Buffer.alloc(headerLength);
  header.writeUInt8(version, 0);
  header.writeUInt32BE(current, 1);
  return new Uint8Array(Buffer.concat([header, encrypt(key, Buffer.from(plain), bound(header, place))]));
}

/** Throws a TamperedError for anything but what `seal` made for this very place; never gives something empty instead. */
export function unseal(sealed: Uint8Array, place: Place): string {
  const bytes = Buffer.from(sealed);
  const header = bytes.subarray(0, headerLength);
  if (header.length < headerLength || header.readUInt8(0) !== version) throw new TamperedError(place);
  const key = keyring().keys.get(header.readUInt32BE(1));
  if (!key) throw new TamperedError(place);
  try {
    return decrypt(key, bytes.subarray(headerLength), bound(header, place)).toString();
  } catch (cause) {
    throw new TamperedError(place, cause);
  }
}

function bound(header: Buffer, { table, column, teamId, rowId }: Place): Buffer {
  return Buffer.concat([header, frame([table, column, teamId, rowId])]);
}
