import 'server-only';
import type { AuthorizationStatus } from '@/contract/authorizations';
import type { TikTokFailure } from '@/contract/shapes';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';

/** What an ended authorization no longer needs: its code, its state, a token nobody took. */
export const forgotten = {
  codeSealed: null,
  stateSealed: null,
  bindingHash: null,
  tokenSealed: null,
  leaseUntil: null,
  candidate: Prisma.DbNull,
};

type Ending = {
  from: AuthorizationStatus[];
  to: 'cancelled' | 'expired' | 'refused' | 'lost';
  failure?: TikTokFailure;
  data?: Record<string, string | boolean>;
};

/** Ends an authorization without a connection, with its audit line. @returns false if it was not in `from` any more. */
export function endAuthorization(actor: Actor, id: string, ending: Ending): Promise<boolean> {
  return db.$transaction((tx) => endWithin(tx, actor, id, ending));
}

async function endWithin(tx: Transaction, actor: Actor, id: string, { from, to, failure, data }: Ending) {
  const { count } = await tx.authorization.updateMany({
    where: { teamId: actor.teamId, id, status: { in: from } },
    data: { ...forgotten, status: to, finishedAt: new Date(), ...(failure && { failure }) },
  });
  if (count === 0) return false;
  await record(
    tx,
    actor,
    `authorization.${to}`,
    { kind: 'authorization', id },
    {
      result: to === 'refused' || to === 'lost' ? 'failed' : 'done',
      data: { ...data, ...(failure && { key: failure.key, code: failure.code, requestId: failure.requestId }) },
    },
  );
  return true;
}

export function cancelPending(actor: Actor, id: string, data: { atTikTok: boolean }): Promise<boolean> {
  return endAuthorization(actor, id, { from: ['pending'], to: 'cancelled', data });
}

/** By the database's clock. */
export function expirePending(actor: Actor, id: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Authorization"
      WHERE id = ${id}::uuid AND "teamId" = ${actor.teamId}::uuid AND status = 'pending' AND "expiresAt" <= now()`;
    return due ? endWithin(tx, actor, id, { from: ['pending'], to: 'expired' }) : false;
  });
}
