import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { givenPassword } from '@/contract/password-words';
import { words } from '@/contract/shapes';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import { log } from '@/server/log';
import { endSession } from './end-session';
import { noteRefusal } from './note-refusal';
import { openIdProvider, openIdProviders, readClaims, type Claims } from './openid';
import { takeSecondStep } from './second-step';
import { sessionLife } from './session';
import { isHttps, ownCookie } from './own-cookie';
import { openCookie } from './session-cookie';
import { signIn } from './sign-in';

/** Opens a session for who signed in at the provider, and answers its id. @throws AppError with a `data.reason` of ours */
type SignInAtProvider = (claims: Claims) => Promise<string>;

const refuse: SignInAtProvider = () => Promise.reject(new AppError('forbidden', 'There is no provider.'));

/** next-auth keeps the cookie and its form token; who is signed in is our own session row, which the cookie names. */
export function authOptions(signInAtProvider: SignInAtProvider = refuse): NextAuthOptions {
  // The only way to tell next-auth its own address: it would otherwise believe the Host header.
  // eslint-disable-next-line no-restricted-syntax -- told, not read
  process.env.NEXTAUTH_URL = env().APP_URL;
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLife.absoluteMs / 1000 },
    jwt: { decode: openCookie },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    useSecureCookies: isHttps(),
    cookies: cookies(),
    providers: [
      Credentials({ credentials: { email: {}, password: {} }, authorize: firstStep }),
      Credentials({ id: 'code', credentials: { code: {} }, authorize: secondStep }),
      ...openIdProviders(),
    ],
    callbacks: {
      signIn: ({ user, account, profile }) =>
        account?.provider === openIdProvider ? atProvider(user, () => signInAtProvider(readClaims(profile))) : true,
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await endSession(token.sid);
      },
    },
    logger: {
      error: (code, detail) => log.error({ code, err: detail instanceof Error ? detail : undefined }, 'Sign-in failed'),
      warn: (code) => log.warn({ code }, 'Sign-in'),
      debug: () => undefined,
    },
  };
}

/** next-auth's own, under names that no other host of the domain can set. What leads to a provider and back lasts 15 minutes. */
function cookies(): NextAuthOptions['cookies'] {
  const cookie = (name: string, maxAge?: number) => ({
    name: ownCookie(`next-auth.${name}`),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(), ...(maxAge && { maxAge }) },
  });
  return {
    sessionToken: cookie('session-token'),
    callbackUrl: cookie('callback-url'),
    csrfToken: cookie('csrf-token'),
    pkceCodeVerifier: cookie('pkce.code_verifier', 900),
    state: cookie('state', 900),
    nonce: cookie('nonce', 900),
  };
}

const emailAndPassword = z.object({ email: words.min(1).max(320), password: givenPassword.min(1) });
const codeOnly = z.object({ code: words.min(1).max(100) });
type Asked = { headers?: Record<string, string> };

function firstStep(credentials: unknown, { headers }: Asked) {
  const given = emailAndPassword.safeParse(credentials);
  return given.success ? asUser('sign-in', headers, (asked) => signIn(given.data, asked)) : null;
}

function secondStep(credentials: unknown, { headers }: Asked) {
  const given = codeOnly.safeParse(credentials);
  return given.success ? asUser('sign-in code', headers, (asked) => takeSecondStep(given.data.code, asked)) : null;
}

/** next-auth puts the message of what is thrown here into an address: a code of ours, nothing else. */
async function asUser(
  operation: string,
  given: Asked['headers'],
  step: (headers: Headers) => Promise<string | null>,
): Promise<{ id: string } | null> {
  const headers = new Headers(given);
  try {
    const id = await step(headers);
    return id === null ? null : { id };
  } catch (error) {
    if (error instanceof AppError) {
      await noteRefusal(error, operation, headers);
      throw new Error(error.code);
    }
    log.error({ err: error }, 'Sign-in failed');
    throw new Error('internal');
  }
}

/** Whatever is not ours to say ends in the log; the page at the address says why it did not work. */
async function atProvider(user: { id: string }, step: () => Promise<string>): Promise<true | string> {
  try {
    user.id = await step();
    return true;
  } catch (error) {
    const reason = error instanceof AppError ? (error.data as { reason?: string } | undefined)?.reason : undefined;
    if (!reason) log.error({ err: error }, 'Sign-in at the provider failed');
    return `/sign-in?error=${reason ?? 'provider_failed'}`;
  }
}
