import 'server-only';
import { stringify } from 'csv-stringify/sync';
import type { Csv } from '@/contract/csv';
import { log } from '@/server/log';
import { pulled } from './pulled';

type Cell = string | number | boolean | null;
/** What stands in the header row, and what of a row stands below it. */
export type CsvColumn<Row> = readonly [heading: string, cell: (row: Row) => Cell];

type File<Row> = {
  /** Without its ending: `connections`. The day is added. */
  name: string;
  columns: readonly CsvColumn<Row>[];
  /** A few hundred at a time: a batch is asked for when the reader has taken the one before. */
  batches: AsyncIterable<readonly Row[]>;
  count: number;
};

/** A file that is written while it is read: no more of it than a batch is ever in memory. contract/csv.ts says its form. */
export function streamCsv<Row>({ name, columns, batches, count }: File<Row>): Csv {
  const day = new Date().toISOString().slice(0, 10);
  return {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}-${day}.csv"`,
      'x-row-count': String(count),
    },
    body: pulled(chunksOf(name, columns, batches)),
  };
}

async function* chunksOf<Row>(name: string, columns: File<Row>['columns'], batches: File<Row>['batches']) {
  const encoder = new TextEncoder();
  yield encoder.encode('\uFEFF' + linesOf([columns.map(([heading]) => heading)]));
  try {
    for await (const batch of batches) {
      if (batch.length > 0)
        yield encoder.encode(linesOf(batch.map((row) => columns.map(([, cell]) => safe(cell(row))))));
    }
  } catch (error) {
    log.error({ err: error, file: name }, 'A CSV file was cut short');
    throw error;
  }
}

/** Text is always quoted: a program that reads the file can tell an id from a number. */
function linesOf(lines: Cell[][]): string {
  return stringify(lines, {
    quoted_string: true,
    record_delimiter: 'windows',
    cast: { boolean: String },
  });
}

/** What a spreadsheet would run; full-width signs too, which some of them take for the narrow ones. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function safe(cell: Cell): Cell {
  return typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell;
}
