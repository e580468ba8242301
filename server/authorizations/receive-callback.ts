import 'server-only';
import { demandWritable } from '@/server/free-space';
import { readCallbackQuery } from '@/contract/callback-query';
import { systemActor, type System } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { networkOf } from '@/server/auth/address';
import { countAttempt, demandAttemptsLeft } from '@/server/auth/attempts';
import type { Browser } from '@/server/auth/browser';
import { wantsSecondFactor } from '@/server/auth/find-actor';
import { permissionsOf } from '@/server/auth/permissions';
import { isBoundTo, unbind } from './binding';
import { cancelPending, expirePending } from './end-authorization';
import { claim } from './claim';
import { claimAndExchange } from './claim-and-exchange';
import { findArrival, type Arrival, type Starter } from './find-arrival';

/** Where the browser goes next: an authorization's own page, or one of the endings that belong to none. */
export type CallbackEnding =
  { authorizationId: string } | { page: 'unknown' | 'malformed' | 'cancelled' | 'other-browser' };

type Visitor = Browser & { userId: string | null; ip: string | null; userAgent: string | null };

/** Callbacks of one authorization in wrong browsers that are put on record in 15 minutes; each is refused all the same. */
const mostTold = 10;

/** States nobody made, from one network in 15 minutes. The state itself cannot be guessed; looking it up can be made to cost. */
const mostGuesses = 100;

/**
 * TikTok's redirect: spend the state, keep the code, trade it, keep the token; then the caller redirects away. Each
 * step returns when there is nothing more to do, and none is repeated by a second hit. A code from somebody who is not
 * signed in as the one who asked for it, or may no longer ask for one, is kept until a member accepts it.
 * @throws AppError rate_limited before anything is looked up, to a network that has made up many states
 */
export async function receiveCallback(query: URLSearchParams, visitor: Visitor): Promise<CallbackEnding> {
  await demandWritable();
  const guesses = visitor.ip && `callback:${networkOf(visitor.ip)}`;
  if (guesses) demandAttemptsLeft(guesses, mostGuesses);
  const arrived = readCallbackQuery(query);
  const found = arrived.state ? await findArrival(arrived.state) : null;
  if (!found) {
    if (arrived.state && guesses) await countAttempt(guesses, mostGuesses);
    return { page: arrived.kind === 'code' ? 'unknown' : arrived.kind };
  }

  const { id, teamId, bound, bindingHash } = found;
  const { ip, userAgent } = visitor;
  const outsider = systemActor(teamId, 'TikTok redirect', { ip, userAgent });
  if (found.status !== 'pending') return { authorizationId: id };
  if (bound && !(bindingHash && isBoundTo(visitor, id, bindingHash))) {
    await tellOtherBrowser(outsider, id);
    return { page: 'other-browser' };
  }
  if (arrived.kind === 'malformed') return { page: 'malformed' };
  unbind(visitor, id);
  if (arrived.kind === 'cancelled') {
    await cancelPending(outsider, id, { atTikTok: true });
    return { authorizationId: id };
  }
  const starter =
    bound && found.starter?.id === visitor.userId && mayStill(found, found.starter) ? found.starter : null;
  const actor = starter ? systemActor(teamId, starter.name, { id: starter.id, ip, userAgent }) : outsider;
  const trusted = starter !== null || (!bound && found.acceptCopiedUrls);
  const arrival = { id, code: arrived.code };
  const taken = trusted ? await claimAndExchange(actor, arrival) : await claim(actor, arrival, 'quarantined');
  if (!taken) await expirePending(outsider, id);
  return { authorizationId: id };
}

/** Whether they might ask for it now: their role may have been lowered, and a second factor wanted, meanwhile. */
const mayStill = ({ totpNeededBy }: Arrival, { role, hasTotp }: Starter): boolean =>
  permissionsOf[role].includes('authorizations.create') &&
  !wantsSecondFactor({ hasTotp }, { role, team: { totpNeededBy } });

async function tellOtherBrowser(actor: System, id: string): Promise<void> {
  if (await isFlood(id)) return;
  await db.$transaction((tx) =>
    record(tx, actor, 'authorization.binding_mismatch', { kind: 'authorization', id }, { result: 'refused' }),
  );
}

/** Whoever has an address that came back can load it as often as they like, and fills no audit with it. */
async function isFlood(id: string): Promise<boolean> {
  try {
    await countAttempt(`other browser:${id}`, mostTold);
    return false;
  } catch (error) {
    if (error instanceof AppError) return true;
    throw error;
  }
}
