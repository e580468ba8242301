import type { csvRoute } from './csv';

const responses = {
  200: { description: 'The file', content: { 'application/jsonl': { schema: { type: 'string' as const } } } },
};

/** The route of an operation that answers with a file of one JSON object a line, written while it is read. */
export function jsonlRoute(path: `/${string}.jsonl`, { tags, summary }: Parameters<typeof csvRoute>[1]) {
  return {
    method: 'GET',
    path,
    tags,
    summary,
    description: 'UTF-8, one JSON object a line, as the list has them. `X-Row-Count` and `?team=` are as for CSV.',
    outputStructure: 'detailed',
    spec: (operation: object) => ({ ...operation, responses }),
  } as const;
}
