import 'server-only';
import type { Authorization } from '@/contract/authorizations';
import type { Actor } from '@/server/auth/actor';
import { nameWithin } from '@/server/auth/name-within';
import { and, authorizationsWithin } from '@/server/auth/within';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { authorizationWithCandidate, toAuthorization } from './to-authorization';

/** @throws AppError not_found, the same outside the actor's team, beyond the limits, and for an id that does not exist. */
export async function findAuthorization(actor: Actor, id: string, on: Transaction = db) {
  const where = { teamId_id: { teamId: actor.teamId, id } };
  const select = { ...authorizationWithCandidate, appId: true };
  const row = (await isWithin(actor, id, on)) && (await on.authorization.findUnique({ where, select }));
  if (!row) throw new AppError('not_found', 'There is no such authorization in this team.');
  return row;
}

/** Whether the limits of whoever asks let them know of an authorization of the team. */
export async function isWithin(actor: Actor, id: string, on: Transaction = db): Promise<boolean> {
  const within = authorizationsWithin(actor);
  if (within.length === 0) return true;
  const found = await on.$queryRaw<object[]>`
    SELECT 1 FROM "Authorization" z WHERE z."teamId" = ${actor.teamId}::uuid AND z.id = ${id}::uuid ${and(within)}`;
  return found.length > 0;
}

export async function getAuthorization(actor: Actor, { id }: { id: string }): Promise<Authorization> {
  return nameWithin(actor, toAuthorization(await findAuthorization(actor, id)));
}
