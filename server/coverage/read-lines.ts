import 'server-only';
import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { AppError } from '@/server/errors';

export type Line = { cells: string[]; line: number };

const bytesAtOnce = 64 * 1024;

/**
 * The lines of a file that say anything, whatever separates their cells, each by its number. A piece at a time: others
 * are answered between.
 * @throws AppError invalid_input where it is no CSV.
 */
export async function* readLines(text: string): AsyncGenerator<Line> {
  const begun = text.replace(/^\uFEFF/, '');
  const parser = parse({
    delimiter: delimiterOf(begun),
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
    trim: true,
    info: true,
  });
  try {
    const records = Readable.from(piecesOf(begun)).pipe(parser) as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>;
    for await (const { record, info } of records) {
      if (record.some(Boolean)) yield { cells: record, line: info.lines - linesWithin(record) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : null;
    throw refusal('not_csv', 'A quotation mark is opened in this file and never closed.', { line });
  }
}

export function refusal(reason: string, message: string, more: object = {}): AppError {
  return new AppError('invalid_input', message, { data: { field: 'csv', reason, ...more } });
}

/** As bytes: a character may be cut in two. */
async function* piecesOf(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += bytesAtOnce) {
    yield bytes.subarray(start, start + bytesAtOnce);
    await breathe();
  }
}

/** The parser tells the line on which a record ends. */
const linesWithin = (record: string[]) =>
  record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

/** What separates the cells of the first line. */
function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ',';
}
