import 'server-only';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Browser } from '@/server/auth/browser';
import { cookieAttributes, ownCookie } from '@/server/auth/own-cookie';
import { digest } from './state';

/** Attempts one browser may have under way; an older one has to be started again. */
const mostLive = 8;

const cookiePrefix = (): string => ownCookie('authorization-');

/** For one browser and one authorization: the browser gets the secret, its digest is kept. */
export function newBinding() {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: digest(secret) };
}

/** Gives the browser the secret of its own for this authorization. */
export function bind(browser: Browser, authorizationId: string, secret: string, expiresAt: Date): void {
  const prefix = cookiePrefix();
  const live = [...browser.cookies.keys()].filter((name) => name.startsWith(prefix)).sort();
  for (const name of live.slice(0, Math.max(0, live.length - mostLive + 1))) browser.setCookie(dropped(name));
  browser.setCookie(`${prefix}${authorizationId}=${secret}; Expires=${expiresAt.toUTCString()}${cookieAttributes()}`);
}

/** Whether this is the browser that `bindingHash` was made for. */
export function isBoundTo(browser: Browser, authorizationId: string, bindingHash: Uint8Array): boolean {
  const secret = browser.cookies.get(cookiePrefix() + authorizationId);
  return secret !== undefined && timingSafeEqual(digest(secret), bindingHash);
}

export function unbind(browser: Browser, authorizationId: string): void {
  const name = cookiePrefix() + authorizationId;
  if (browser.cookies.has(name)) browser.setCookie(dropped(name));
}

function dropped(name: string): string {
  return `${name}=; Expires=Thu, 01 Jan 1970 00:00:00 GMT${cookieAttributes()}`;
}
