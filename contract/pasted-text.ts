const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const quoting = /^[ \t]*(?:(?:>|&gt;)[ \t]*)+/gm;
const entities: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '' };

const digit = '[\\da-f]';
const tail = `%[89ab]${digit}`;
const two = `%(?:c[2-9a-f]|d${digit})${tail}`;
const three = `%(?:e0%[ab]${digit}|e[1-9a-cef]${tail}|ed%[89]${digit})${tail}`;
const four = `%(?:f0%[9ab]${digit}|f[1-3]${tail}|f4%8${digit})${tail}${tail}`;
/** Asked beforehand, because throwing for each run that is no UTF-8 would take seconds where there are thousands. */
const utf8 = new RegExp(`^(?:%[0-7]${digit}|${two}|${three}|${four})+$`, 'i');

const understandable = /(?:auth_)?code=|app_id=/i;

/** A piece of pasted text up to white space; `prose` where it reads like a new word, not like the address going on. */
export type Piece = { text: string; prose: boolean };

/** Pasted text without what mail programs, chat programs and Japanese keyboards add, split at its white space. */
export function piecesOf(pasted: string): Piece[] {
  const plain = pasted.normalize('NFKC').replace(invisible, '').replace(quoting, '').trim();
  const parts = plain.split(/(\s+)/);
  return parts.flatMap((text, index) => {
    if (index % 2 || !text) return [];
    return [{ text, prose: index > 0 && startsSentence(parts[index - 1] ?? '', text) }];
  });
}

function startsSentence(space: string, text: string): boolean {
  if (/\n\s*\n/.test(space)) return true;
  return !space.includes('\n') && /^[a-z]{2,}[.,;:!?]*$/i.test(text);
}

/** Undoes escaping for HTML, JSON, shells and URLs, as often as it was applied. */
export function unescapeText(joined: string): string {
  const plain = unescapeMarkup(joined.replace(/\\u([0-9a-f]{4})/gi, (_, hex) => character(parseInt(hex, 16))));
  const shell = plain.replace(/[\\^]/g, '');
  return understandable.test(shell) ? shell : decodeUntil(shell, (text) => understandable.test(text));
}

function unescapeMarkup(text: string, rounds = 3): string {
  const next = text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex, decimal) => character(hex ? parseInt(hex, 16) : +decimal))
    .replace(/&(amp|quot|apos|lt|gt|nbsp);/gi, (_, name: string) => entities[name.toLowerCase()] ?? '');
  return next === text || rounds === 1 ? next : unescapeMarkup(next, rounds - 1);
}

function character(point: number): string {
  return point > 0x1f && point < 0x7f ? String.fromCharCode(point) : ' ';
}

/** Decodes percent signs up to three times, stopping as soon as the text is what was hoped for. */
export function decodeUntil(text: string, done: (text: string) => boolean, rounds = 3): string {
  if (done(text) || rounds === 0 || !/%[0-9a-f]{2}/i.test(text)) return text;
  return decodeUntil(decodePercent(text), done, rounds - 1);
}

/** Like decodeURIComponent, but what cannot be decoded stays as it is. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => (utf8.test(run) ? decodeURIComponent(run) : run));
}
