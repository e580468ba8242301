import 'server-only';
import type { Connection } from '@/contract/connections';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';
import { letGo } from '@/server/reach/let-go';
import { nameDifference, type NamedDifference } from '@/server/reach/name-difference';
import { changeGrants, readGranted, type Holder } from '@/server/reach/save-grants';
import { mostGrantsAtOnce } from '@/server/reach/save-grants-in-parts';
import type { Revoked } from '@/server/tiktok/revoke';
import { findConnection, lockConnection } from './find-connection';
import { countLosses } from './list-losses';
import { toConnection } from './to-connection';

type Revocation = { id: string; reason: string; tokenHash: Uint8Array; answer: Revoked };

/**
 * What is left to do here once TikTok has ended the grant: the token is erased, its advertisers are let go, and the
 * event says which. Of two at once, one does it. The connection is revoked, and counts as that everywhere, at once; of
 * its advertisers the first thousand go with it, the others in parts. @throws AppError conflict when the token was
 * replaced meanwhile.
 */
export async function forgetToken(actor: Actor, revocation: Revocation): Promise<Connection> {
  const { id } = revocation;
  await db.$transaction((tx) => forget(tx, actor, revocation), { timeout: 60_000 });
  await letGo({ teamId: actor.teamId, connectionId: id });
  return toConnection(await findConnection(actor, id));
}

async function forget(tx: Transaction, actor: Actor, { id, reason, tokenHash, answer }: Revocation): Promise<void> {
  const { teamId } = actor;
  const before = await lockConnection(tx, actor, id);
  if (before.state === 'revoked') return;
  await demandSameToken(tx, { teamId, id, tokenHash });

  const lastTokens = await countLosses(tx, teamId, id);
  const difference = await beginToLetGo(tx, { teamId, connectionId: id });
  const at = new Date();
  await tx.connection.update({
    where: { teamId_id: { teamId, id } },
    data: { ...erased, state: 'revoked', stateSince: at, revokedAt: at },
    select: { id: true },
  });
  const { alreadyDead, requestId } = answer;
  const data = { actor: actor.name, reason, from: before.state, alreadyDead, requestId, lastTokens, ...difference };
  await tx.connectionEvent.create({ data: { teamId, connectionId: id, kind: 'revoked', data } });
  await record(
    tx,
    actor,
    'connection.revoked',
    { kind: 'connection', id, name: before.name },
    { reason, data: { alreadyDead, requestId, advertisers: difference.lostCount, lastTokens } },
  );
}

/** @returns all that is let go, of which this is the first part. */
async function beginToLetGo(tx: Transaction, holder: Holder): Promise<NamedDifference> {
  const lost = (await readGranted(tx, holder)).sort();
  await changeGrants(tx, holder, { gained: [], lost: lost.slice(0, mostGrantsAtOnce) });
  return nameDifference(tx, holder.teamId, { gained: [], lost });
}

const erased = {
  tokenSealed: null,
  tokenHash: null,
  stateBeforePause: null,
  suspectedAt: null,
  nextCheckAt: null,
  problem: Prisma.DbNull,
  lastCheckError: Prisma.DbNull,
} as const;

async function demandSameToken(
  tx: Transaction,
  { teamId, id, tokenHash }: { teamId: string; id: string; tokenHash: Uint8Array },
) {
  const now = await tx.connection.findUniqueOrThrow({
    where: { teamId_id: { teamId, id } },
    select: { tokenHash: true },
  });
  if (now.tokenHash && Buffer.compare(now.tokenHash, tokenHash) === 0) return;
  throw new AppError(
    'conflict',
    'It was re-authorized meanwhile: the earlier token is revoked, the new one is not. Revoke again to end that too.',
    { data: { reason: 'reauthorized' } },
  );
}
