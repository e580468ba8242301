import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepApart } from './keep-apart';
import { reserveCalls, type Budget } from './reserve-calls';

/** When the calls of one piece of work may be made, and how many were. */
export type Turns = {
  /** Awaited before every call. */
  next: () => Promise<void>;
  used: number;
  reserved: number;
};

/** For whom a person waits: at once. What is used is counted afterwards. */
export function turnsAtOnce(): Turns {
  const turns: Turns = { used: 0, reserved: 0, next: async () => void (turns.used += 1) };
  return turns;
}

/** Calls that were reserved from `startsAt` on. A work that needs more goes on at the same pace. */
export function turnsFrom(startsAt: number, budget: Budget, reserved: number): Turns {
  // By a clock that nobody sets.
  const begins = performance.now() + startsAt - Date.now();
  const turns: Turns = {
    used: 0,
    reserved,
    next: async () => {
      const at = begins + budget.callInterval * turns.used++;
      await sleep(Math.max(0, at - performance.now()));
      await keepApart(budget);
    },
  };
  return turns;
}

/** Puts on the account what was used beyond what had been reserved, or gives back what was not needed. */
export async function settleTurns(budget: Budget, { used, reserved }: Turns): Promise<void> {
  if (used !== reserved) await reserveCalls(budget, used - reserved);
}
