import autocannon from 'autocannon';
import { Pool } from 'undici';

/** What a closed loop saw: each of `atOnce` callers sends its next request when the last is answered. */
export type Driven = { perSecond: number; p50: number; p99: number; count: number; refused: number };

type Load = { origin: string; paths: string[]; headers?: Record<string, string>; seconds?: number; atOnce?: number };

/** Sends these GETs in turn for `seconds`, after a second to warm up. An answer that is not 200 counts as refused. */
export async function drive({ origin, paths, headers = {}, seconds = 5, atOnce = 10 }: Load): Promise<Driven> {
  await shoot({ origin, paths, headers, seconds: 1, atOnce });
  return shoot({ origin, paths, headers, seconds, atOnce });
}

async function shoot({ origin, paths, headers = {}, seconds, atOnce }: Load): Promise<Driven> {
  const result = await autocannon({
    url: origin,
    connections: atOnce,
    duration: seconds,
    headers,
    requests: paths.map((path) => ({ path })),
    // Each caller begins elsewhere, so that they do not ask for the same thing all at once.
    setupClient: (client) => {
      const from = Math.floor(Math.random() * paths.length);
      client.setRequests([...paths.slice(from), ...paths.slice(0, from)].map((path) => ({ path, method: 'GET' })));
    },
  });
  const { latency, requests, duration } = result;
  const refused = requests.total - result['2xx'] + result.errors;
  return { perSecond: requests.total / duration, p50: latency.p50, p99: latency.p99, count: requests.total, refused };
}

/** Does `work` for every number below `count`, `atOnce` at a time; `work` answers whether it went well. */
export async function inLoop(count: number, atOnce: number, work: (n: number) => Promise<boolean>): Promise<Driven> {
  const times: number[] = [];
  let next = 0;
  let refused = 0;
  const caller = async () => {
    for (let n = next++; n < count; n = next++) {
      const startedAt = performance.now();
      if (!(await work(n))) refused += 1;
      times.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, caller));
  const seconds = (performance.now() - startedAt) / 1000;
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
  return { perSecond: count / seconds, p50: at(0.5), p99: at(0.99), count, refused };
}

/** A browser's connections to one origin, for what autocannon cannot do: requests that hang on one another's answers. */
export function caller(origin: string, connections = 10) {
  const pool = new Pool(origin, { connections });
  return {
    async send(
      path: string,
      {
        method = 'GET',
        headers = {},
        body,
      }: { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: object } = {},
    ) {
      const sent = body === undefined ? null : JSON.stringify(body);
      const type = sent === null ? {} : { 'content-type': 'application/json' };
      const answer = await pool.request({ path, method, headers: { ...type, ...headers }, body: sent });
      return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
    },
    close: () => pool.close(),
  };
}
