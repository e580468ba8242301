import 'server-only';
import { type contract } from '@/contract';
import type { Authorization } from '@/contract/authorizations';
import { personIdOf, type Actor } from '@/server/auth/actor';
import { openTwice } from '@/server/credentials/open-twice';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { enqueue } from '@/server/jobs/enqueue';
import { saveRemainingGrants } from '@/server/reach/save-remaining-grants';
import { TamperedError } from '@/server/vault/tampered-error';
import type { z } from 'zod';
import { createConnection } from './create-connection';
import { endTampered } from './end-tampered';
import { findAuthorization } from './find-authorization';
import { lockHeld } from './lock-held';
import { replaceToken } from './replace-token';
import { toAuthorization } from './to-authorization';

type Input = z.output<(typeof contract.authorizations.confirm)['~orpc']['inputSchema'] & {}>;

/** A person has seen what re-authorizing changes: the new token replaces the old one, or becomes a connection of its own. */
export async function confirmAuthorization(
  actor: Actor,
  { id, decision, acceptLosses }: Input,
): Promise<Authorization> {
  const { candidate } = await findAuthorization(actor, id);
  if (candidate === null) throw new AppError('conflict', 'This re-authorization is already settled.');
  try {
    await openTwice(() => (decision === 'replace' ? replaceToken(actor, id, { acceptLosses }) : saveAsNew(actor, id)));
  } catch (error) {
    if (!(error instanceof TamperedError)) throw error;
    await endTampered(actor, id);
  }
  return toAuthorization(await findAuthorization(actor, id));
}

async function saveAsNew(actor: Actor, id: string): Promise<void> {
  const { teamId } = actor;
  const connectionId = await db.$transaction(async (tx) => {
    const { app, startedById, accessToken, candidate } = await lockHeld(tx, teamId, id);
    const advertiserIds =
      candidate.reach?.advertisers?.map(({ advertiserId }) => advertiserId) ?? candidate.advertiserIds;
    const connection = await createConnection(tx, actor, {
      authorizationId: id,
      app,
      ownerId: personIdOf(actor) ?? startedById,
      accessToken,
      scopes: candidate.scopes,
      advertiserIds,
      ending: { status: 'connected', reauthorizes: false },
    });
    return connection.id;
  });
  await saveRemainingGrants({ teamId, connectionId });
  await enqueue('connection.inspect', { teamId, connectionId });
}
