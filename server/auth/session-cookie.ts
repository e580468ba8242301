import 'server-only';
import { LRUCache } from 'lru-cache';
import { decode, encode, type JWT, type JWTDecodeParams } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '@/server/env';
import { cookiesOf } from './browser';
import { cookieAttributes, ownCookie } from './own-cookie';

export const sessionCookieName = (): string => ownCookie('next-auth.session-token');

export const hasSessionCookie = (headers: Headers): boolean => cookiesOf(headers).has(sessionCookieName());

/** The whole line that makes a browser keep another session than it had, as next-auth would set it. */
export async function sessionCookie(sid: string, maxAgeSeconds: number): Promise<string> {
  const value = await encode({ token: { sid }, secret: env().AUTH_SECRET, maxAge: maxAgeSeconds });
  return `${sessionCookieName()}=${value}; Max-Age=${maxAgeSeconds}${cookieAttributes()}`;
}

/** The one way that cookies are sealed in. next-auth would open others: whatever algorithm takes a key of that length. */
const sealedAsOurs = `${Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')}.`;

/** What a session cookie holds; null for one that was not sealed as ours are. @throws where it does not open */
export async function openCookie(cookie: JWTDecodeParams): Promise<JWT | null> {
  return cookie.token?.startsWith(sealedAsOurs) ? decode(cookie) : null;
}

const claims = z.object({ sid: z.guid() });

/** Opening a cookie is work for a thread; the row behind it is looked up each time all the same. */
const opened = new LRUCache<string, string>({ max: 10_000, ttl: 60_000 });

/** The id of our session row, which is all that next-auth's encrypted cookie holds. */
export async function sessionIdOf(headers: Headers): Promise<string | null> {
  const token = cookiesOf(headers).get(sessionCookieName());
  if (!token) return null;
  const known = opened.get(token);
  if (known) return known;
  try {
    const { sid } = claims.parse(await openCookie({ token, secret: env().AUTH_SECRET }));
    opened.set(token, sid);
    return sid;
  } catch {
    return null;
  }
}
