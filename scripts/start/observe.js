const kinds = [
  [/^\/_next\/|^\/icon\.svg$/, 'file'],
  [/^\/api\/v1(\/|$)/, 'api'],
  [/^\/api\//, 'session'],
  [/^\/callback$/, 'callback'],
  [/^\/connect(\/|$)/, 'connect'],
  [/^\/(healthz|readyz|metrics)$/, 'probe'],
];
const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What kind of thing an address is: a label of few values, whatever is asked for. */
const routeOf = (path) => kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'page';

/** Tells server/metrics/observe-request.ts of each answer, once it is sent or given up. */
export function observe(response, { path, method }) {
  const startedAt = performance.now();
  response.once('close', () => {
    const seconds = (performance.now() - startedAt) / 1000;
    const of = { route: routeOf(path), method: known.includes(method) ? method : 'other' };
    globalThis[Symbol.for('grantboard.observe')]?.({ ...of, status: response.statusCode, seconds });
  });
}
