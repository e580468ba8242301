import { type Address, addressesIn, queryOf } from './address';
import { type AuthorizedUrlParts, partsOfAuthorizedUrl } from './authorized-url';
import { type CallbackError, type MalformedReason, isOwnState, readCallbackQuery } from './callback-query';
import { type Piece, decodePercent, piecesOf, unescapeText } from './pasted-text';

const maxLength = 20_000;
const maxPieces = 300;
const maxStarts = 10;
/** Two codes, a state and a redirect URL, each as long as may be, some of it escaped. */
const maxAddress = 8_000;
const ofTikTok = /^(?:auth_code|code|state|error\w*)$/i;
const wrapping = /^["'`<([{*]+|["'`>)\]}*.,;:!?]+$/g;

/** Where in `address` stands what; to be shown to whoever pasted it. */
export type Span = { part: 'redirectUrl' | 'code' | 'state'; start: number; end: number };

export type Pasted =
  | { kind: 'code'; code: string; state: string | null; redirectUrl: string | null; address: string; spans: Span[] }
  | ({ kind: 'authorized_url' } & AuthorizedUrlParts)
  | {
      kind: 'cancelled';
      error?: CallbackError;
      description?: string;
      state: string | null;
      redirectUrl: string | null;
    }
  | { kind: 'unreadable'; reason: UnreadableReason };

/** `token_reply`, `token_request`: an answer or a call that holds a token or a secret, pasted by mistake. */
type UnreadableReason = 'empty' | 'too_long' | 'token_reply' | 'token_request' | 'no_code' | MalformedReason;

type Reading = { pasted: Pasted; score: number; prose: number };

/**
 * Understands the address of the page that did not load, however it got here: whole or only its query, a bare code,
 * escaped, broken over lines, full-width, quoted, inside a sentence. Never throws.
 */
export function readPasted(text: string): Pasted {
  if (text.length > maxLength) return { kind: 'unreadable', reason: 'too_long' };
  const pieces = piecesOf(text);
  const joined = pieces.map((piece) => piece.text).join('');
  if (!joined) return { kind: 'unreadable', reason: 'empty' };
  const mistaken = secretIn(unescapeText(joined));
  if (mistaken) return { kind: 'unreadable', reason: mistaken };
  const [best] = startsIn(pieces)
    .flatMap((start) => readingsFrom(pieces.slice(start, start + maxPieces)))
    .sort(better);
  return best?.pasted ?? readBareCode(pieces, joined) ?? { kind: 'unreadable', reason: 'no_code' };
}

function secretIn(text: string): 'token_reply' | 'token_request' | null {
  if (/secret["']?[:=]/i.test(text)) return 'token_request';
  return /access_token["']?[:=]/i.test(text) ? 'token_reply' : null;
}

function startsIn(pieces: Piece[]): number[] {
  const named = pieces.flatMap(({ text }, index) => (/https?(?::|%)|auth_code|[?&]code=/i.test(text) ? [index] : []));
  return [...new Set([0, ...named])].slice(0, maxStarts);
}

/** White space may be part of the damage or the end of the address: every end is tried and the best reading kept. */
function readingsFrom(pieces: Piece[]): Reading[] {
  const seen = new Set<string>();
  let joined = '';
  let prose = 0;
  return pieces.flatMap((piece, index) => {
    joined += piece.text;
    if (joined.length > maxAddress && index > 0) return [];
    if (index > 0 && piece.prose) prose++;
    return addressesIn(unescapeText(joined)).flatMap((address) => {
      if (seen.size === seen.add(address.text).size) return [];
      const reading = readAddress(address);
      return reading ? [{ ...reading, prose }] : [];
    });
  });
}

function better(a: Reading, b: Reading): number {
  return b.score - a.score || a.prose - b.prose || addressLength(b.pasted) - addressLength(a.pasted);
}

function addressLength(pasted: Pasted): number {
  if (pasted.kind === 'code') return pasted.address.length;
  return pasted.kind === 'unreadable' ? 0 : (pasted.redirectUrl?.length ?? 0) + (pasted.state?.length ?? 0);
}

function readAddress(address: Address): Omit<Reading, 'prose'> | null {
  const authorized = partsOfAuthorizedUrl(address);
  if (authorized) {
    const score = 50 + Number(Boolean(authorized.redirectUrl)) * 2 + Number(Boolean(authorized.state));
    return { pasted: { kind: 'authorized_url', ...authorized }, score };
  }
  const query = queryOf(address);
  const read = readCallbackQuery(query);
  const redirectUrl = redirectUrlOf(address);
  const trust = read.state ? 1 + Number(isOwnState(read.state) || read.state === 'your_custom_params') * 2 : 0;
  if (read.kind === 'malformed') return { pasted: { kind: 'unreadable', reason: read.reason }, score: 10 };
  if (read.kind === 'cancelled')
    return read.error || read.state ? { pasted: { ...read, redirectUrl }, score: 20 + trust } : null;
  const agreed = query.get('auth_code') === query.get('code');
  const score = 100 + trust + Number(agreed) * 8 + Number(/^[\da-f]{40}$/.test(read.code)) * 4;
  return { pasted: { ...read, redirectUrl, address: address.text, spans: spansOf(address) }, score };
}

/** The address as it was registered: a redirect URL may have a query of its own. */
function redirectUrlOf({ base, parameters }: Address): string | null {
  const own = parameters.filter(({ name }) => !ofTikTok.test(name)).map(({ text }) => text);
  return base && (own.length ? `${base}?${own.join('&')}` : base);
}

function spansOf({ base, parameters }: Address): Span[] {
  const named = parameters.flatMap(({ name, start, end }): Span[] => {
    if (name === 'state') return [{ part: 'state', start, end }];
    return name === 'auth_code' || name === 'code' ? [{ part: 'code', start, end }] : [];
  });
  return base ? [{ part: 'redirectUrl', start: 0, end: base.length }, ...named] : named;
}

/** One word with a digit in it, or, where white space got in, exactly what TikTok's codes look like. */
function readBareCode(pieces: Piece[], joined: string): Pasted | null {
  const bare = decodePercent(unescapeText(joined).replace(wrapping, ''));
  const shape = pieces.length === 1 ? /^(?=.*\d)[\w!*+-]{5,2048}$/ : /^[\da-f]{40}$/i;
  if (!shape.test(bare)) return null;
  const spans: Span[] = [{ part: 'code', start: 0, end: bare.length }];
  return { kind: 'code', code: bare, state: null, redirectUrl: null, address: bare, spans };
}
