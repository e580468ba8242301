import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { enqueue } from '@/server/jobs/enqueue';
import { saveRemainingGrants } from '@/server/reach/save-remaining-grants';
import { plainFailure } from '@/server/tiktok/describe-failure';
import type { Exchanged } from '@/server/tiktok/exchange';
import { seal } from '@/server/vault/seal';
import type { Candidate } from './candidate';
import { createConnection } from './create-connection';
import { forgotten } from './end-authorization';

/**
 * Saves a token at once, with its audit line, and ends the exchange: a new connection, or, where it re-authorizes one,
 * held aside until it is compared. Saving the same answer again, after a crash, changes nothing; one that turns up
 * after its authorization was given up as lost is saved all the same.
 */
export async function keepToken(actor: Actor, id: string, exchanged: Exchanged): Promise<void> {
  const { teamId } = actor;
  const made = await db.$transaction(async (tx) => {
    const row = await lockUnsaved(tx, teamId, id);
    if (!row) return null;
    return row.reauthorizes ? holdAside(tx, actor, id, exchanged) : connect(tx, actor, row, exchanged);
  });
  if (!made) return;
  const connectionId = made.id;
  if (made.remaining) await saveRemainingGrants({ teamId, connectionId });
  await enqueue('connection.inspect', { teamId, connectionId });
}

async function lockUnsaved(tx: Transaction, teamId: string, id: string) {
  const [unsaved] = await tx.$queryRaw<Unsaved[]>`
    SELECT a.id, a.reauthorizes, a."startedById", json_build_object('id', app.id, 'name', app.name) AS app
    FROM "Authorization" a JOIN "App" app ON app."teamId" = a."teamId" AND app.id = a."appId"
    WHERE a.id = ${id}::uuid AND a."teamId" = ${teamId}::uuid AND a.status IN ('claimed', 'lost') FOR UPDATE OF a`;
  return unsaved;
}

type Unsaved = { id: string; reauthorizes: boolean; startedById: string | null; app: { id: string; name: string } };

function connect(tx: Transaction, actor: Actor, row: Unsaved, exchanged: Exchanged) {
  const { accessToken, scopes, advertiserIds } = exchanged;
  const ticked = advertiserIds === null || advertiserIds.length > 0;
  return createConnection(tx, actor, {
    authorizationId: row.id,
    app: row.app,
    ownerId: row.startedById,
    accessToken,
    scopes,
    advertiserIds,
    ending: ticked ? { status: 'connected' } : { status: 'no_advertisers', failure: plainFailure('no_advertisers') },
  });
}

async function holdAside(tx: Transaction, actor: Actor, id: string, exchanged: Exchanged): Promise<null> {
  const { accessToken, scopes, advertiserIds } = exchanged;
  const { teamId } = actor;
  const candidate: Candidate = { scopes, advertiserIds, reach: null, comparison: null };
  await tx.authorization.update({
    where: { teamId_id: { teamId, id } },
    data: {
      ...forgotten,
      status: 'comparing',
      candidate,
      tokenSealed: seal(accessToken, { table: 'Authorization', column: 'tokenSealed', teamId, rowId: id }),
    },
  });
  await record(tx, actor, 'authorization.token_held', { kind: 'authorization', id }, { data: { scopes } });
  return null;
}
