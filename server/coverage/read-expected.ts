import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import { mostExpected } from '@/contract/advertiser-words';
import type { UnreadLine } from '@/contract/coverage';
import { findColumns, type Columns } from './find-columns';
import { readId } from './read-id';
import { readLines, refusal, type Line } from './read-lines';

export type Expected = { advertiserId: string; label: string };
/** `unread` are the first of so many lines that could not be read. */
export type ReadExpected = { entries: Expected[]; unread: UnreadLine[]; unreadCount: number; repeated: number };

/** Columns are told by the first lines. */
const looked = 1_000;
const atOnce = 2_000;
const mostNamed = 200;
const longestLabel = 200;

/**
 * The advertisers that a file names, each once and by its first label, and the lines that could not be read. With or
 * without headings; separated by comma, semicolon or tab; ids alone may stand side by side.
 * @throws AppError invalid_input where it is no CSV at all, names nobody or too many.
 */
export async function readExpected(text: string): Promise<ReadExpected> {
  const found = new Map<string, string>();
  const read = { unread: [] as UnreadLine[], unreadCount: 0, repeated: 0 };
  let seen = 0;
  for await (const [{ cells, line }, columns] of withColumns(readLines(text))) {
    for (const entry of entriesOf(cells, columns)) {
      if (++seen % atOnce === 0) await breathe();
      if (entry === null) continue;
      if ('problem' in entry) {
        if (++read.unreadCount <= mostNamed) read.unread.push({ line, text: beginningOf(cells), ...entry });
      } else if (found.has(entry.advertiserId)) read.repeated++;
      else found.set(entry.advertiserId, entry.label);
    }
    if (found.size > mostExpected) {
      throw refusal('too_many', `A list holds ${mostExpected} advertisers at most, this file names more.`);
    }
  }
  const entries = [...found].map(([advertiserId, label]) => ({ advertiserId, label }));
  if (entries.length + read.unreadCount === 0) throw refusal('nobody', 'There is no advertiser in this file.');
  return { entries, ...read };
}

/** Each line below the headings, beside the columns that the first ones show. */
async function* withColumns(lines: AsyncGenerator<Line>): AsyncGenerator<[Line, Columns]> {
  const first: Line[] = [];
  while (first.length < looked) {
    const { value, done } = await lines.next();
    if (done) break;
    first.push(value);
  }
  const columns = findColumns(first.map(({ cells }) => cells));
  for (const line of first.slice(columns.headed ? 1 : 0)) yield [line, columns];
  for await (const line of lines) yield [line, columns];
}

/** Null for a cell with nothing in it, which takes time as well. */
function* entriesOf(cells: string[], { id, label }: Columns): Generator<Expected | Pick<UnreadLine, 'problem'> | null> {
  for (const column of id) {
    // Ids side by side: this line may be shorter than the widest.
    if (id.length > 1 && column >= cells.length) return;
    const read = readId(cells[column] ?? '');
    const text = label === null ? '' : (cells[label] ?? '').trim();
    if ('problem' in read) {
      yield id.length === 1 || cells[column] ? read : null;
    } else if (text.length > longestLabel) yield { problem: 'text_too_long' };
    else yield { advertiserId: read.id, label: text };
  }
}

const beginningOf = (cells: string[]) => cells.slice(0, longestLabel).join(', ').slice(0, longestLabel);
