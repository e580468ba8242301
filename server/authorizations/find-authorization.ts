import 'server-only';
import type { Authorization } from '@/contract/authorizations';
import type { Actor } from '@/server/auth/actor';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { authorizationWithCandidate, toAuthorization } from './to-authorization';

/** @throws AppError not_found, outside the actor's team as for an id that does not exist. */
export async function findAuthorization(actor: Pick<Actor, 'teamId'>, id: string, on: Transaction = db) {
  const row = await on.authorization.findUnique({
    where: { teamId_id: { teamId: actor.teamId, id } },
    select: { ...authorizationWithCandidate, appId: true },
  });
  if (!row) throw new AppError('not_found', 'There is no such authorization in this team.');
  return row;
}

export async function getAuthorization(actor: Pick<Actor, 'teamId'>, { id }: { id: string }): Promise<Authorization> {
  return toAuthorization(await findAuthorization(actor, id));
}
