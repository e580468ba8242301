import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { stableKey } from '@/server/vault/fingerprint';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const shape = /^gb_[0-9A-Za-z]{43}[0-9A-Za-z]{6}$/;
const checksumLength = 6;
const shownLength = 'gb_'.length + 8;

/** A new key: `gb_`, 256 random bits, and a checksum over both. */
export function newApiKey(): string {
  const body = `gb_${base62(BigInt(`0x${randomBytes(32).toString('hex')}`), 43)}`;
  return body + checksumOf(body);
}

/** Whether this can be a key at all. What cannot, a slip of the hand or a guess, costs no look-up. */
export function isApiKey(text: string): boolean {
  return shape.test(text) && checksumOf(text.slice(0, -checksumLength)) === text.slice(-checksumLength);
}

/** What a key is kept as. Without the vault's key nobody makes one from it, nor checks a guess. */
export function hashOfKey(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', stableKey('api keys')).update(key).digest());
}

/** How a key is told from others where it is listed: 48 of its 256 bits. */
export const prefixOf = (key: string): string => key.slice(0, shownLength);

const checksumOf = (body: string): string => base62(BigInt(crc32(body)), checksumLength);

function base62(number: bigint, length: number): string {
  let text = '';
  for (let rest = number; rest > 0n; rest /= 62n) text = digits[Number(rest % 62n)] + text;
  return text.padStart(length, '0');
}
