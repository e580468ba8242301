import 'server-only';
import type { Authorization } from '@/contract/authorizations';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { demandWithin } from '@/server/auth/within';
import { openToken } from '@/server/credentials/open-token';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { saveGrants } from '@/server/reach/save-grants';
import { seal } from '@/server/vault/seal';
import type { Candidate } from './candidate';
import { compareAuthorization } from './compare-authorization';
import { emptyTwin } from './empty-twin';
import { findAuthorization, getAuthorization } from './find-authorization';
import { lockPair, reachedBy, type Pair } from './lock-pair';

/**
 * Turns an authorization that made a second connection of one TikTok user to one app into a re-authorization of the
 * first: the token moves, in one transaction, from the new connection to where tokens are held aside, and is compared
 * like any other. The new connection, which has no past to lose, is removed; where it reaches thousands, most are let go
 * before.
 * @throws AppError conflict where the two are no such pair, or the new one has been used for more meanwhile.
 */
export async function renewTwin(
  actor: Actor,
  { id, connectionId }: { id: string; connectionId: string },
): Promise<Authorization> {
  await findAuthorization(actor, id);
  await demandWithin(actor, connectionId);
  const pair = { id, earlierId: connectionId };
  await emptyTwin(actor.teamId, pair);
  await db.$transaction((tx) => moveAside(tx, actor, pair), { timeout: 60_000 });
  await compareAuthorization(actor, id);
  return getAuthorization(actor, { id });
}

async function moveAside(tx: Transaction, actor: Actor, { id, earlierId }: Pair) {
  const { teamId } = actor;
  const made = await lockPair(tx, teamId, { id, earlierId });
  const candidate: Candidate = {
    scopes: made.scopes,
    advertiserIds: await reachedBy(tx, made),
    reach: null,
    comparison: null,
  };
  await tx.authorization.update({
    where: { teamId_id: { teamId, id } },
    data: {
      status: 'comparing',
      reauthorizes: true,
      connectionId: earlierId,
      candidate,
      tokenSealed: seal(openToken(made), { table: 'Authorization', column: 'tokenSealed', teamId, rowId: id }),
      failure: Prisma.DbNull,
      finishedAt: null,
    },
  });
  await saveGrants(tx, { teamId, connectionId: made.id }, []);
  await tx.connection.delete({ where: { teamId_id: { teamId, id: made.id } }, select: { id: true } });
  const told = { kind: 'connection', id: made.id, name: made.name } as const;
  await record(tx, actor, 'connection.moved', told, { data: { authorizationId: id, into: earlierId } });
}
