import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { env } from '@/server/env';

/** 32 bytes, in an address; the database keeps their digest. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest());

/** Behind the `#` it reaches no server, no log and no referrer; the page takes it out of the address at once. */
export const linkOf = (token: string): string => `${env().APP_URL}/invitation#${token}`;
