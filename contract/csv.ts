import { z } from 'zod';

/** A file that is written while it is read. Its headers tell a browser to keep it, and how many rows it has. */
export const csv = z.object({
  headers: z.record(z.string(), z.string()),
  body: z.custom<ReadableStream<Uint8Array>>((body) => body instanceof ReadableStream),
});
export type Csv = z.infer<typeof csv>;

const description = [
  'UTF-8 with a byte order mark, a header row, times in ISO 8601, lists separated by spaces. Text that a spreadsheet would',
  'run as a formula is preceded by an apostrophe. Ids are quoted and exact to the last digit; a spreadsheet that opens the',
  'file by itself rounds long ones, so import it (in Excel: Data, From Text/CSV) with these columns as text.',
  '`X-Row-Count` says how many rows follow the header. A link, which cannot send `X-Team`, names the team in its address:',
  '`?team=<slug>`.',
].join(' ');

const responses = {
  200: { description: 'The file', content: { 'text/csv': { schema: { type: 'string' as const } } } },
};

type CsvRoute = { tags: string[]; summary: string; method?: 'GET' | 'POST' };

/** The route of an operation that answers with such a file. */
export function csvRoute(path: `/${string}.csv`, { tags, summary, method = 'GET' }: CsvRoute) {
  return {
    method,
    path,
    tags,
    summary,
    description,
    outputStructure: 'detailed',
    spec: (operation: object) => ({ ...operation, responses }),
  } as const;
}
