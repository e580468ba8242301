import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import { isDatabaseUnavailable } from '@/server/database/unavailable';
import { shared } from '@/server/shared';

type Waiting<Ask, Answer> = { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void };

/** So that one round does not keep a lock, or the embedded database, for long. */
const mostAtOnce = 32;

/**
 * Does together what is asked for at once: who comes while a round of the same key is under way goes with the next one,
 * so that one transaction and one flush do for many. A round that fails is done again one by one, for nobody is to fail
 * for another's sake; but not where the database went away, for then nobody knows whether it was kept.
 * @param round Does all of it or nothing, and answers each in order. Whoever asks alone is a round by themselves.
 */
export function inRounds<Ask, Answer>(
  name: string,
  round: (key: string, asks: Ask[]) => Promise<Answer[]>,
): (key: string, ask: Ask) => Promise<Answer> {
  const queues = () => shared(`rounds of ${name}`, () => new Map<string, Waiting<Ask, Answer>[]>());

  async function goRound(key: string, queue: Waiting<Ask, Answer>[]): Promise<void> {
    // Whoever arrived with the first one comes along.
    for (await breathe(); queue.length > 0; await breathe()) await take(key, queue.splice(0, mostAtOnce));
    queues().delete(key);
  }

  async function take(key: string, some: Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await round(
        key,
        some.map(({ ask }) => ask),
      );
      some.forEach(({ resolve }, n) => resolve(answers[n]!));
    } catch (error) {
      if (some.length === 1 || isDatabaseUnavailable(error)) for (const { reject } of some) reject(error);
      else for (const one of some) await take(key, [one]);
    }
  }

  return (key, ask) =>
    new Promise((resolve, reject) => {
      const queue = queues().get(key);
      if (queue) return void queue.push({ ask, resolve, reject });
      const begun = [{ ask, resolve, reject }];
      queues().set(key, begun);
      void goRound(key, begun);
    });
}
