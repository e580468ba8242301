import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Line } from './figure';

const document = 'docs/performance.md';
const marks = ['<!-- npm run bench: from here -->', '<!-- to here -->'] as const;

/** The table, in Markdown: each figure beside its target and its floor, for every size. */
export function report(results: Map<string, Line[]>): string {
  const rows = [...results].flatMap(([size, lines]) => lines.map((line) => [size, ...cellsOf(line)]));
  const head = ['load', 'what', 'measured', 'target', 'holds', 'floor', 'of the floor'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellsOf({ what, value, unit, target, floor, note }: Line): string[] {
  const wanted =
    target?.atLeast !== undefined ? `≥ ${target.atLeast}` : target?.atMost !== undefined ? `≤ ${target.atMost}` : '';
  const named = note ? `${what} (${note})` : what;
  const ratio = value !== null && floor ? `${(unit === '/s' ? value / floor : floor / value).toFixed(2)}` : '';
  return [
    named,
    value === null ? '–' : `${round(value)} ${unit}`.trim(),
    wanted && `${wanted} ${unit}`.trim(),
    holds({ value, target }),
    floor ? round(floor) : '',
    ratio,
  ];
}

function holds({ value, target }: Pick<Line, 'value' | 'target'>): string {
  if (!target) return '';
  if (value === null) return 'not measured';
  return value >= (target.atLeast ?? -Infinity) && value <= (target.atMost ?? Infinity) ? 'yes' : '**no**';
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** On what it was measured. */
export function machine(postgres: string): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} × ${processors[0]?.model ?? 'unknown'}, ${memory} GB, Node ${process.version}, PostgreSQL ${postgres}, ${new Date().toISOString().slice(0, 10)}`;
}

/** Puts the table into the document, between its marks. */
export function writeDocument(table: string, on: string): void {
  const text = readFileSync(document, 'utf8');
  const [from, to] = marks.map((mark) => text.indexOf(mark)) as [number, number];
  if (from < 0 || to < from) throw new Error(`${document} has lost the marks of the table.`);
  writeFileSync(document, `${text.slice(0, from + marks[0].length)}\n${table}\n\n${on}\n${text.slice(to)}`);
}
