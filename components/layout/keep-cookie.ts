import { cookieName } from '@/contract/cookie-name';

const year = 60 * 60 * 24 * 365;

/** Remembers a choice of this browser where the server can read it; nothing secret belongs here. */
export function keepCookie(name: string, value: string): void {
  const https = location.protocol === 'https:';
  const secure = https ? '; secure' : '';
  document.cookie = `${cookieName(name, https)}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax${secure}`;
}
