'use client';

import { changeSession } from './change-session';
import { paths } from './paths';

/** `expired`: the first step was too long ago for the second. */
export type SignInEnding = 'signed_in' | 'wrong' | 'rate_limited' | 'expired' | 'failed';

/** Signs in with a password; the answer carries the cookie. Who has a second factor is asked for its code next. */
export function signIn(credentials: { email: string; password: string }): Promise<SignInEnding> {
  return step('credentials', credentials);
}

/** The second step, with a code of the second factor. */
export function giveCode(code: string): Promise<SignInEnding> {
  return step('code', { code });
}

async function step(provider: string, fields: Record<string, string>): Promise<SignInEnding> {
  try {
    const response = await changeSession(`callback/${provider}`, fields);
    if (response.ok) return 'signed_in';
    const { url } = (await response.json()) as { url: string };
    const error = new URL(url, window.location.origin).searchParams.get('error');
    if (error === 'rate_limited') return 'rate_limited';
    if (error === 'unauthenticated') return 'expired';
    return error === 'CredentialsSignin' ? 'wrong' : 'failed';
  } catch {
    return 'failed';
  }
}

/**
 * Leaves for the provider, to come back at `next`. `again`: to prove there anew who it is, even where it knows the browser,
 * and to have it say when that was.
 */
export async function signInAtProvider(next: string, { again = false } = {}): Promise<void> {
  let address = `${paths.signIn}?error=provider_failed`;
  try {
    const response = await changeSession(`signin/oidc${again ? '?prompt=login&max_age=0' : ''}`, { callbackUrl: next });
    address = ((await response.json()) as { url: string }).url;
  } catch {
    // The page says so.
  }
  window.location.assign(address);
}
