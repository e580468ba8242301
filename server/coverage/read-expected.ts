import 'server-only';
import { CsvError, parse } from 'csv-parse/sync';
import { mostExpected } from '@/contract/advertiser-words';
import type { UnreadLine } from '@/contract/coverage';
import { AppError } from '@/server/errors';
import { findColumns, type Columns } from './find-columns';
import { readId } from './read-id';

type Line = { cells: string[]; line: number };
export type Expected = { advertiserId: string; label: string };
export type ReadExpected = { entries: Expected[]; unread: UnreadLine[]; repeated: number };

const longestLabel = 200;

/**
 * The advertisers that a file names, each once and by its first label, and the lines that could not be read. With or
 * without headings; separated by comma, semicolon or tab; ids alone may stand side by side.
 * @throws AppError invalid_input where it is no CSV at all, names nobody or too many.
 */
export function readExpected(text: string): ReadExpected {
  const lines = linesOf(text);
  const columns = findColumns(lines.map(({ cells }) => cells));
  const found = new Map<string, string>();
  const unread: UnreadLine[] = [];
  let repeated = 0;
  for (const { cells, line } of lines.slice(columns.headed ? 1 : 0)) {
    for (const entry of entriesOf(cells, columns)) {
      if ('problem' in entry) unread.push({ line, text: cells.join(', ').slice(0, longestLabel), ...entry });
      else if (found.has(entry.advertiserId)) repeated++;
      else found.set(entry.advertiserId, entry.label);
    }
  }
  if (found.size > mostExpected) {
    throw refusal('too_many', `A list holds ${mostExpected} advertisers at most, this file names ${found.size}.`);
  }
  const entries = [...found].map(([advertiserId, label]) => ({ advertiserId, label }));
  if (entries.length + unread.length === 0) throw refusal('nobody', 'There is no advertiser in this file.');
  return { entries, unread, repeated };
}

function* entriesOf(cells: string[], { id, label }: Columns): Generator<Expected | Pick<UnreadLine, 'problem'>> {
  for (const column of id) {
    const read = readId(cells[column] ?? '');
    const text = label === null ? '' : (cells[label] ?? '').trim();
    if ('problem' in read) {
      // Ids side by side: the last line may be shorter.
      if (id.length === 1 || cells[column]) yield read;
    } else if (text.length > longestLabel) yield { problem: 'text_too_long' };
    else yield { advertiserId: read.id, label: text };
  }
}

function linesOf(text: string): Line[] {
  const begun = text.replace(/^\uFEFF/, '');
  try {
    const records = parse(begun, {
      delimiter: delimiterOf(begun),
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records
      .map(({ record, info }) => ({ cells: record, line: info.lines - linesWithin(record) }))
      .filter(({ cells }) => cells.some(Boolean));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : null;
    throw refusal('not_csv', 'A quotation mark is opened in this file and never closed.', { line });
  }
}

/** The parser tells the line on which a record ends. */
const linesWithin = (record: string[]) =>
  record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

/** What separates the cells of the first line. */
function delimiterOf(text: string): string {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  return ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ',';
}

function refusal(reason: string, message: string, more: object = {}): AppError {
  return new AppError('invalid_input', message, { data: { field: 'csv', reason, ...more } });
}
