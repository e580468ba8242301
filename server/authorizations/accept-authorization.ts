import 'server-only';
import type { Authorization } from '@/contract/authorizations';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { claimedApp, claimedColumns, ofClaimedApp, type Claimed } from './attempt';
import { leaseSeconds } from './claim';
import { exchangeIf } from './claim-and-exchange';
import { findAuthorization } from './find-authorization';
import { toAuthorization } from './to-authorization';

/** A member takes the code that a copied Authorized URL brought: from here on it goes as with any other. */
export async function acceptAuthorization(actor: Actor, { id }: { id: string }): Promise<Authorization> {
  const { status } = await findAuthorization(actor, id);
  const accepted = await exchangeIf(() => accept(actor, id), actor, id);
  if (!accepted && (status === 'quarantined' || status === 'pending')) {
    throw new AppError('conflict', 'There is no code to accept: it is too old, or none has come.', {
      data: { status },
    });
  }
  return toAuthorization(await findAuthorization(actor, id));
}

function accept(actor: Actor, id: string): Promise<Claimed | null> {
  return db.$transaction(async (tx) => {
    const [accepted] = await tx.$queryRaw<Claimed[]>`
      UPDATE "Authorization" a
      SET status = 'claimed', "leaseUntil" = now() + make_interval(secs => ${leaseSeconds})
      FROM ${claimedApp}
      WHERE a.id = ${id}::uuid AND a."teamId" = ${actor.teamId}::uuid AND a.status = 'quarantined'
        AND a."codeAt" > now() - interval '1 hour' AND ${ofClaimedApp} RETURNING ${claimedColumns}`;
    if (!accepted) return null;
    await record(tx, actor, 'authorization.accepted', { kind: 'authorization', id });
    return accepted;
  });
}
