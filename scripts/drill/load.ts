import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

type Failure = { what: string; sentAt: number };
/** A page or an answer that is looked at, or with a body a change that is asked for. */
type Asked = string | { path: string; change: (turn: number) => object };
type Load = { answered: number; changed: number; refused: number; failed: Failure[] };
type Options = { port: number; asked: Asked[]; headers?: Record<string, string>; atOnce: number };

/**
 * Asks for each in turn, `atOnce` at a time, each on a connection of its own, until told to stop. `refused`: nobody
 * listened, so that nothing was accepted; whatever else is no 2xx or 3xx has failed.
 */
export function startLoad({ port, asked, headers = {}, atOnce }: Options) {
  const load: Load = { answered: 0, changed: 0, refused: 0, failed: [] };
  let going = true;
  let count = 0;
  const run = async () => {
    while (going) {
      const turn = count++;
      const next = asked[turn % asked.length]!;
      const { path, change } = typeof next === 'string' ? { path: next, change: undefined } : next;
      const sentAt = performance.now();
      const ending = await ask({ port, path, headers, body: change && JSON.stringify(change(turn)) });
      if (ending === 'ECONNREFUSED') {
        load.refused += 1;
        await sleep(20);
      } else if (typeof ending === 'number' && ending < 400) {
        load.answered += 1;
        if (change) load.changed += 1;
      } else load.failed.push({ what: `${path}: ${ending}`, sentAt });
    }
  };
  const running = Promise.all(Array.from({ length: atOnce }, run));
  return {
    load,
    stop: async () => {
      going = false;
      await running;
      return load;
    },
  };
}

type Sent = { port: number; path: string; headers: Record<string, string>; body?: string };

function ask({ body, ...to }: Sent): Promise<number | string> {
  const method = body === undefined ? 'GET' : 'PATCH';
  return new Promise((resolve) => {
    const sent = request({ ...to, method, host: 'localhost', agent: false }, (response) => {
      response.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end(body);
  });
}
