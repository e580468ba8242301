import { decodePercent, decodeUntil } from './pasted-text';

const maxAddresses = 5;
const maxParameters = 30;
const scheme = /https?:\/\//gi;
const addressCharacters = /^(?:https?:\/\/(?:\[[\da-f:.]+\])?)?[\w\-.~:/?#@!$&*+,;=%]*/i;
const firstParameter = /(?:auth_code|code|state|error\w*)=/i;
const codeParameter = /(?:auth_)?code=/i;

/** An address, or the query of one, found in text. `base` is what stands before `?`, where that was pasted too. */
export type Address = {
  text: string;
  base: string | null;
  parameters: { name: string; raw: string; text: string; start: number; end: number }[];
};

/** The last addresses in text without white space. A query without its address counts where it names a code. */
export function addressesIn(text: string): Address[] {
  const segments = text.split(/(?<!=)(?=https?:\/\/)/i).slice(-maxAddresses);
  return segments.flatMap((segment) => {
    const found = trimAddress(segment.slice(startIn(segment)));
    return found ? [parseAddress(found)] : [];
  });
}

/** Where a code is named, its address starts at the last scheme before it: others only carry that one along. */
function startIn(segment: string): number {
  const code = segment.search(codeParameter);
  const schemes = [...segment.matchAll(scheme)].map(({ index }) => index);
  if (code < 0) return schemes[0] ?? segment.length;
  const before = schemes.filter((index) => index < code).at(-1);
  return before ?? Math.max(segment.search(firstParameter), 0);
}

function trimAddress(text: string): string {
  const [address = ''] = addressCharacters.exec(text) ?? [];
  return address.replace(/#.*$/, '').replace(/[.,;:!?*&~]+$/, '');
}

function parseAddress(text: string): Address {
  const hasBase = /^https?:/i.test(text);
  const mark = text.indexOf('?');
  const base = hasBase ? (mark < 0 ? text : text.slice(0, mark)) : null;
  let start = hasBase ? (mark < 0 ? text.length : mark + 1) : 0;
  const parameters = text
    .slice(start)
    .split('&', maxParameters)
    .filter(Boolean)
    .map((pair) => {
      start = text.indexOf(pair, start);
      const equals = pair.indexOf('=');
      const name = decodePercent(equals < 0 ? pair : pair.slice(0, equals));
      const raw = equals < 0 ? '' : pair.slice(equals + 1);
      const end = start + pair.length;
      const parameter = { name, raw, text: pair, start: end - raw.length, end };
      start = end;
      return parameter;
    });
  return { text, base, parameters };
}

/** The parameters decoded, as many times as they were encoded; a plus stays a plus. */
export function queryOf({ parameters }: Address): URLSearchParams {
  return new URLSearchParams(parameters.map(({ name, raw }) => [name, decodeUntil(raw, () => false)]));
}
