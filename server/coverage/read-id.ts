import 'server-only';
import { tiktokId } from '@/contract/shapes';
import type { UnreadLine } from '@/contract/coverage';

type Read = { id: string } | Pick<UnreadLine, 'problem'>;

/**
 * An advertiser's id as spreadsheets write it: `'701…`, `="701…"`, full-width. One that a spreadsheet made a number of
 * (7.01E+18) has lost its last digits, and is nobody's.
 */
export function readId(cell: string): Read {
  const text = cell
    .normalize('NFKC')
    .replace(/[\s\u200B\u2060\uFEFF]/g, '')
    .replace(/^="?|^'|"$/g, '');
  if (text === '') return { problem: 'no_id' };
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text)) return { problem: 'rounded_id' };
  return /^\d+$/.test(text) && tiktokId.safeParse(text).success ? { id: text } : { problem: 'not_an_id' };
}
