import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

type Failure = { what: string; sentAt: number };
type Load = { answered: number; refused: number; failed: Failure[] };
type Options = { port: number; paths: string[]; headers?: Record<string, string>; atOnce: number };

/**
 * Asks for `paths` in turn, `atOnce` at a time, each on a connection of its own, until told to stop. `refused`: nobody
 * listened, so that nothing was accepted; whatever else is no 2xx or 3xx has failed.
 */
export function startLoad({ port, paths, headers = {}, atOnce }: Options) {
  const load: Load = { answered: 0, refused: 0, failed: [] };
  let going = true;
  let count = 0;
  const run = async () => {
    while (going) {
      const path = paths[count++ % paths.length]!;
      const sentAt = performance.now();
      const ending = await ask(port, path, headers);
      if (ending === 'ECONNREFUSED') {
        load.refused += 1;
        await sleep(20);
      } else if (typeof ending === 'number' && ending < 400) load.answered += 1;
      else load.failed.push({ what: `${path}: ${ending}`, sentAt });
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

function ask(port: number, path: string, headers: Record<string, string>): Promise<number | string> {
  return new Promise((resolve) => {
    const sent = request({ host: 'localhost', port, path, headers, agent: false }, (response) => {
      response.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end();
  });
}
