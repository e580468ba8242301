import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const nonceLength = 12;
/** Given on both ends: Node would otherwise accept tags cut to 4 bytes. */
const tag = { authTagLength: 16 };

/** AES-256-GCM: nonce, ciphertext, tag. `bound` has to be the same when it is opened. */
export function encrypt(key: Uint8Array, plain: Uint8Array, bound: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, tag).setAAD(bound);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws if the key, `bound` or a single bit is another. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Buffer {
  if (sealed.length < nonceLength + tag.authTagLength) throw new Error('too short');
  const end = sealed.length - tag.authTagLength;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength), tag).setAAD(bound);
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength, end)), decipher.final()]);
}

/** A key for one purpose, out of which neither `secret` nor the key of another purpose can be told. */
export function derive(secret: Uint8Array, purpose: string, length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `grantboard ${purpose}`, length));
}

/** Joins texts so that no two lists give the same bytes: each is preceded by its length, null by one no text has. */
export function frame(texts: (string | null)[]): Buffer {
  const parts = texts.flatMap((text) => {
    const bytes = Buffer.from(text ?? '');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text === null ? 0xffffffff : bytes.length);
    return [length, bytes];
  });
  return Buffer.concat(parts);
}
