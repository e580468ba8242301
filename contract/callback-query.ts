const maxCode = 2048;
const maxState = 512;
const maxDescription = 200;
const control = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const controls = new RegExp(`${control.source}+`, 'gu');

const knownErrors = [
  'access_denied',
  'invalid_request',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_response_type',
] as const;

export type CallbackError = (typeof knownErrors)[number] | 'other';
export type MalformedReason = 'repeated' | 'code_too_long' | 'code_characters' | 'state_too_long' | 'state_characters';

export type CallbackQuery =
  | { kind: 'code'; code: string; state: string | null }
  | { kind: 'cancelled'; error?: CallbackError; description?: string; state: string | null }
  | { kind: 'malformed'; reason: MalformedReason; state?: string };

/** A state of ours: 32 random bytes, base64url. Any other was made elsewhere, `your_custom_params` for one. */
export function isOwnState(state: string): boolean {
  return /^[\w-]{43}$/.test(state);
}

/**
 * What TikTok's redirect says. It sends `auth_code` and `code` with one value; `auth_code` wins. Anything with
 * `error…`, or without a code, is a cancelled attempt. A state that is not ours is returned as it is: it is foreign,
 * not malformed.
 */
export function readCallbackQuery(query: URLSearchParams): CallbackQuery {
  const state = query.get('state') || null;
  const unsound = reasonAgainst(query, state);
  if (unsound) return { kind: 'malformed', reason: unsound, ...(isSoundState(state) && { state }) };
  const error = readError(query);
  if (error) return { kind: 'cancelled', ...error, state };
  const code = query.get('auth_code') || query.get('code');
  if (!code) return { kind: 'cancelled', state };
  if (code.length > maxCode) return { kind: 'malformed', reason: 'code_too_long', ...(state && { state }) };
  if (!/^[\x21-\x7e]+$/.test(code)) return { kind: 'malformed', reason: 'code_characters', ...(state && { state }) };
  return { kind: 'code', code, state };
}

function reasonAgainst(query: URLSearchParams, state: string | null): MalformedReason | null {
  const names = [...query.keys()].map((name) => name.replace(/\[.*$/s, '[]'));
  const repeated = ['auth_code', 'code', 'state'].some(
    (name) => query.getAll(name).length > 1 || names.includes(`${name}[]`),
  );
  if (repeated) return 'repeated';
  if (state && state.length > maxState) return 'state_too_long';
  return state && control.test(state) ? 'state_characters' : null;
}

function isSoundState(state: string | null): state is string {
  return state !== null && state.length <= maxState && !control.test(state);
}

function readError(query: URLSearchParams): { error: CallbackError; description?: string } | null {
  const found = [...query].filter(([name, value]) => name.toLowerCase().startsWith('error') && value);
  if (!found.length) return null;
  const named = query.get('error');
  const description = query.get('error_description')?.replace(controls, ' ').trim().slice(0, maxDescription);
  return { error: knownErrors.find((error) => error === named) ?? 'other', ...(description && { description }) };
}
