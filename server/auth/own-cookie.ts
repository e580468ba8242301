import 'server-only';
import { cookieName } from '@/contract/cookie-name';
import { env } from '@/server/env';

export const isHttps = (): boolean => env().APP_URL.startsWith('https:');

/** What a cookie of ours is called at the public address. */
export const ownCookie = (name: string): string => cookieName(name, isHttps());

/** For this host alone, out of reach of scripts. Lax: TikTok and a provider come back from another site. */
export const cookieAttributes = (): string => `; Path=/; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}`;
