import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { log } from '@/server/log';
import type { Claimed } from './attempt';
import { claim } from './claim';
import { drainSoon } from './drain-journal';
import { exchangeCode } from './exchange-code';
import { noteInterrupted } from './interrupted';
import { openJournal, type Journal } from './journal';
import { countUnderWay } from './under-way';

/**
 * Spends the state, keeps the code and trades it.
 * @returns false when somebody else has claimed it, or it is no longer pending.
 * @throws only while the code is unused: it can be brought again.
 */
export function claimAndExchange(
  actor: Actor,
  { id, code }: { id: string; code: string },
  audit: Record<string, string | boolean> = {},
): Promise<boolean> {
  return exchangeIf(() => claim(actor, { id, code }, 'claimed', audit), actor, id);
}

/** Trades the kept code if `claim` gives it to us to trade. What fails after that goes on by itself. */
export function exchangeIf(claim: () => Promise<Claimed | null>, actor: Actor, id: string): Promise<boolean> {
  return countUnderWay(exchangeOnce(claim, actor, id));
}

async function exchangeOnce(claim: () => Promise<Claimed | null>, actor: Actor, id: string): Promise<boolean> {
  const journal = await openJournal(actor.teamId, id);
  const leasedAt = performance.now();
  let interrupted = false;
  try {
    const claimed = await claim();
    if (!claimed) return false;
    interrupted = await isInterrupted(actor, claimed, journal);
    return true;
  } finally {
    // Only what is closed is drained.
    await journal.close();
    if (interrupted) {
      noteInterrupted({ teamId: actor.teamId, id, leasedAt });
      drainSoon();
    }
  }
}

async function isInterrupted(actor: Actor, claimed: Claimed, journal: Journal): Promise<boolean> {
  try {
    await exchangeCode(actor, claimed, journal);
    return false;
  } catch (error) {
    log.error({ authorizationId: claimed.id, err: error }, 'an exchange was interrupted; it goes on by itself');
    return true;
  }
}
