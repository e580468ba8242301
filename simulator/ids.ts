import { createHash, randomBytes } from 'node:crypto';

/** 40 lowercase hex characters: the shape of codes and tokens. */
export function randomHex40(): string {
  return randomBytes(20).toString('hex');
}

/** 40 lowercase hex characters, the same for the same seed: the shape of secrets. */
export function seededHex40(seed: string): string {
  return createHash('sha1').update(seed).digest('hex');
}

/** A 19-digit id starting with 7, the same for the same seed, that a JavaScript number would corrupt. */
export function seededId(seed: string): string {
  const digits = BigInt(`0x${seededHex40(seed)}`)
    .toString()
    .slice(-18)
    .padStart(18, '0');
  const id = `7${digits}`;
  return String(Number(id)) === id ? seededId(`${seed}'`) : id;
}

/** TikTok's shape: the second it was made (UTC), then 20 hex characters. */
export function requestId(now: number): string {
  const second = new Date(now).toISOString().slice(0, 19).replace(/\D/g, '');
  return second + randomBytes(10).toString('hex').toUpperCase();
}
