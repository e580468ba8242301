import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import type { Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { newId } from '@/server/database/new-id';
import { writeGrants } from '@/server/reach/save-grants';
import { mostGrantsAtOnce } from '@/server/reach/save-grants-in-parts';
import { plainFailure } from '@/server/tiktok/describe-failure';
import { tokenDigest } from '@/server/vault/token-digest';
import { forgotten } from './end-authorization';
import { tokenColumns } from './token-columns';

type NewConnection = {
  authorizationId: string;
  app: { id: string; name: string };
  ownerId: string | null;
  accessToken: string;
  scopes: string[];
  advertiserIds: string[] | null;
  /** How the authorization that made it ends. */
  ending: Pick<Prisma.AuthorizationUncheckedUpdateManyInput, 'status' | 'failure' | 'reauthorizes'>;
};

/**
 * A new standing grant, and the end of the authorization that made it, with what the exchange itself said of its reach:
 * what is too much of it for one transaction is `remaining`: it stays beside the authorization, for saveRemainingGrants.
 * Names and the TikTok user come after.
 */
export async function createConnection(
  tx: Transaction,
  actor: Actor,
  made: NewConnection,
): Promise<{ id: string; remaining: boolean }> {
  const { teamId } = actor;
  const id = newId();
  const reached = made.advertiserIds && [...new Set(made.advertiserIds)].sort();
  const advertisers = reached && reached.length;
  const ticked = advertisers !== 0;
  const gained = reached?.slice(0, mostGrantsAtOnce) ?? [];
  const remaining = reached !== null && reached.length > gained.length;
  const token = tokenColumns(made.accessToken, { teamId, rowId: id });
  await tx.connection.create({
    data: {
      id,
      teamId,
      appId: made.app.id,
      name: made.app.name,
      ownerId: made.ownerId,
      state: ticked ? 'healthy' : 'degraded',
      ...(!ticked && { problem: plainFailure('no_advertisers') }),
      scopes: made.scopes,
      advertiserCount: gained.length,
      ...token,
    },
    select: { id: true },
  });
  if (gained.length > 0) await writeGrants(tx, { teamId, connectionId: id }, { gained, lost: [] });
  await tx.authorization.updateMany({
    where: { teamId, id: made.authorizationId },
    data: {
      ...forgotten,
      candidate: remaining ? { advertiserIds: reached } : Prisma.DbNull,
      failure: Prisma.DbNull,
      ...made.ending,
      connectionId: id,
      finishedAt: new Date(),
    },
  });
  await tx.connectionEvent.create({
    data: {
      teamId,
      connectionId: id,
      kind: 'authorized',
      data: { actor: actor.name, scopes: made.scopes, advertisers },
    },
    select: { id: true },
  });
  const { authorizationId, scopes } = made;
  const connection = { kind: 'connection', id, name: made.app.name } as const;
  const data = { authorizationId, scopes, advertisers, tokenDigest: tokenDigest(id, token.tokenHash) };
  await record(tx, actor, 'connection.authorized', connection, { data });
  return { id, remaining };
}
