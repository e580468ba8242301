import { toError, toRequest } from './api-link';

/**
 * Asks an operation that answers with a file for more than a link can say, and has the browser keep what comes.
 * @throws the API's refusal; also where the file is cut short, of which then nothing is kept.
 */
export async function saveFile(team: string, operation: readonly string[], input: Record<string, unknown>) {
  const { method, address, body } = toRequest(operation, input);
  const headers = { 'x-team': team, 'content-type': 'application/json' };
  const response = await fetch(`/api/v1${address}`, { method, headers, body });
  if (!response.ok) throw toError(await response.text(), response.status);
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: nameOf(response) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}

/** By then the browser has taken it. */
const keptMs = 60_000;

const nameOf = ({ headers }: Response) =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'export.csv';
