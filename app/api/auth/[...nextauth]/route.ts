import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { isLocale, localeCookie } from '@/lib/locale';
import { attemptWindowSeconds } from '@/server/auth/attempts';
import { languageOf } from '@/server/auth/language-of';
import type { Claims } from '@/server/auth/openid';
import { authOptions } from '@/server/auth/options';
import { isHttps, ownCookie } from '@/server/auth/own-cookie';
import { signInAtProvider } from '@/server/members/sign-in-at-provider';

type Context = { params: Promise<{ nextauth: string[] }> };

/** What signing in and out takes. next-auth has more: `_log` would write into the log whatever anybody sends it. */
const actions = ['callback', 'csrf', 'error', 'providers', 'session', 'signin', 'signout'];

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const [action = ''] = (await context.params).nextauth;
  if (!actions.includes(action)) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const atProvider = (claims: Claims) => signInAtProvider(claims, request.headers);
  const response: Response = await NextAuth(request, context, authOptions(atProvider));
  const limited = response.status === 401 && (await response.clone().text()).includes('error=rate_limited');
  return limited ? tooMany(response) : inTheirLanguage(request, response);
}

/** next-auth knows one refusal only. */
function tooMany(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('retry-after', String(attemptWindowSeconds));
  return new Response(response.body, { status: 429, headers });
}

/** Whoever signs in is spoken to in the language of their account from here on. */
async function inTheirLanguage(request: NextRequest, response: Response): Promise<Response> {
  if (!request.nextUrl.pathname.includes('/callback/')) return response;
  const language = await languageOf(response.headers);
  if (!isLocale(language)) return response;
  const headers = new Headers(response.headers);
  const secure = isHttps() ? '; Secure' : '';
  headers.append(
    'set-cookie',
    `${ownCookie(localeCookie)}=${language}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`,
  );
  return new Response(response.body, { status: response.status, headers });
}

export { handle as GET, handle as POST };
