import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterTransaction } from '@/server/database/after-transaction';
import type { Transaction } from '@/server/database/client';
import { shared } from '@/server/shared';

/** Whoever waits here holds locks that the one before may be waiting for: the database can tell, and ends it, we cannot. */
const patienceMs = 300;

/** When the last that came for a team's turn is over, and for whose turns a transaction has come. */
const turns = () =>
  shared('audit turns', () => ({ last: new Map<string, Promise<void>>(), of: new WeakMap() }) as Turns);
type Turns = { last: Map<string, Promise<void>>; of: WeakMap<object, Set<string>> };

/**
 * Waits until no other transaction of this process is between its event in a team's audit and its commit. Not needed for
 * the chain to be right, which the row of the team sees to: but in turns each event finds the end that it expects.
 */
export async function takeTurn(tx: Transaction, teamId: string): Promise<void> {
  const { last, of } = turns();
  const taken = of.get(tx) ?? new Set();
  if (taken.has(teamId)) return;
  of.set(tx, taken.add(teamId));
  let end!: () => void;
  const over = new Promise<void>((resolve) => (end = resolve));
  const leave = () => {
    if (last.get(teamId) === over) last.delete(teamId);
    end();
  };
  if (!afterTransaction(tx, leave)) return;
  const before = last.get(teamId);
  last.set(teamId, over);
  if (before) await withinPatience(before);
}

async function withinPatience(before: Promise<void>): Promise<void> {
  const waiting = new AbortController();
  await Promise.race([before, sleep(patienceMs, undefined, { signal: waiting.signal }).catch(() => undefined)]);
  waiting.abort();
}
