import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: what ties a callback to its authorization. Only its digest can be looked up. */
export function newState(): string {
  return randomBytes(32).toString('base64url');
}

export function digest(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest());
}
