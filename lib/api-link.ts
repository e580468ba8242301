import { ApiError } from './api-error';
import routes from './api-routes.json';

type Options = { signal?: AbortSignal };
type Routes = { [name: string]: string | Routes };

/**
 * Calls our API the plain way: what the path names goes into the path, the rest into the query of a GET, else into a JSON
 * body. oRPC's own link does the same for every shape there is, at ten times the weight on each page.
 */
export function apiLink(origin: () => string, headers: Record<string, string>) {
  return async (path: readonly string[], input: unknown, { signal }: Options = {}): Promise<unknown> => {
    const { method, address, body } = toRequest(path, (input ?? {}) as Record<string, unknown>);
    const response = await fetch(`${origin()}/api/v1${address}`, {
      method,
      signal,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      body,
    });
    const text = await response.text();
    if (!response.ok) throw toError(text, response.status);
    return text ? JSON.parse(text) : undefined;
  };
}

/** `client.connections.list(input)` calls the operation of that path. */
export function clientOver(call: ReturnType<typeof apiLink>, path: readonly string[] = []): object {
  return new Proxy((input: unknown, options?: Options) => call(path, input, options), {
    // Whoever awaits a client gets the client.
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? clientOver(call, [...path, name]) : undefined),
  });
}

export function toRequest(path: readonly string[], input: Record<string, unknown>) {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const [method = '', template = ''] = routeOf(path).split(' ');
  const address = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest.get(name));
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams([...rest].map(([name, value]) => [name, String(value)])).toString();
  if (method === 'GET') return { method, address: query ? `${address}?${query}` : address };
  return { method, address, body: rest.size > 0 ? JSON.stringify(Object.fromEntries(rest)) : undefined };
}

function routeOf(path: readonly string[]): string {
  let found: string | Routes | undefined = routes;
  for (const name of path) found = typeof found === 'object' ? found[name] : undefined;
  if (typeof found !== 'string') throw new Error(`The API has no operation ${path.join('.')}.`);
  return found;
}

/** The error as our API words it; one without a code where something in between answered. */
export function toError(text: string, status: number): Error {
  try {
    const { code, message, data } = JSON.parse(text) as { code?: string; message?: string; data?: unknown };
    if (code) return new ApiError(code, message ?? code, data);
  } catch {
    // Not of ours: a proxy's page.
  }
  return new Error(`HTTP ${status}`);
}
