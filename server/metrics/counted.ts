import 'server-only';
import { metrics } from './metrics';

type Handle = (...args: never[]) => Promise<void>;

/** The same handlers, each counting how its jobs end. */
export function counted<Handlers extends Record<string, Handle>>(handlers: Handlers): Handlers {
  const entries = Object.entries(handlers).map(([queue, handle]) => [
    queue,
    async (...args: never[]) => {
      const count = (ending: 'done' | 'failed') => metrics().jobs.inc({ queue, ending });
      await handle(...args).then(
        () => count('done'),
        (error: unknown) => {
          count('failed');
          throw error;
        },
      );
    },
  ]);
  return Object.fromEntries(entries) as Handlers;
}
