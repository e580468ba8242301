import 'server-only';
import { readId } from './read-id';

/** Where ids stand (several columns where a file is nothing but ids), where what they are called, and if there is a heading. */
export type Columns = { id: number[]; label: number | null; headed: boolean };

const idHeadings = /^(tiktok)?(advertiser|adv|account|adaccount|広告主|広告アカウント|アカウント)?(id|番号)$/;
const labelHeadings =
  /^(name|label|client|advertiser|account|advertisername|accountname|広告主|広告主名|名前|名称|ラベル|クライアント|クライアント名|アカウント名|広告アカウント名)$/;

/** By the headings, where the first of these lines has some; else by what the columns hold. */
export function findColumns(lines: string[][]): Columns {
  const [first = []] = lines;
  const headings = first.map(plain);
  const headed = !first.some(isId) && first.some(Boolean) && lines.length > 0 && looksLikeHeadings(headings, lines);
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  const rows = headed ? lines.slice(1) : lines;
  const named = headed ? headings.findIndex((heading) => idHeadings.test(heading)) : -1;
  const nothingElse = rows.every((cells) => cells.every((cell) => !cell || isLongId(cell)));
  if (named < 0 && width > 1 && nothingElse) return { id: columnsOf(width), label: null, headed };

  const id = named >= 0 ? named : mostIds(rows);
  const called = headed ? headings.findIndex((heading, at) => at !== id && labelHeadings.test(heading)) : -1;
  return { id: [id], label: called >= 0 ? called : firstFilled(rows, id), headed };
}

/** A first line without an id is a heading if it says so, or if what follows has ids. */
function looksLikeHeadings(headings: string[], lines: string[][]): boolean {
  if (headings.some((heading) => idHeadings.test(heading))) return true;
  return headings.some((heading) => labelHeadings.test(heading)) && lines.slice(1).some((cells) => cells.some(isId));
}

const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.・]/g, '');
const isId = (cell: string) => 'id' in readId(cell);
/** Not a budget beside an id. */
const isLongId = (cell: string) => isId(cell) && cell.length >= 10;
const columnsOf = (width: number) => Array.from({ length: width }, (_, at) => at);

/** Cell by cell: a line may be wider than all the others together. */
function mostIds(rows: string[][]): number {
  const counts: number[] = [];
  for (const cells of rows) cells.forEach((cell, at) => (counts[at] = (counts[at] ?? 0) + (isId(cell) ? 1 : 0)));
  return counts.reduce((best, count, at) => (count > (counts[best] ?? 0) ? at : best), 0);
}

function firstFilled(rows: string[][], except: number): number | null {
  const firsts = rows.map((cells) => cells.findIndex((cell, at) => at !== except && cell)).filter((at) => at >= 0);
  return firsts.length > 0 ? Math.min(...firsts) : null;
}
