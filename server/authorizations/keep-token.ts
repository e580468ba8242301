import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { recordAll, type Told } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { inRounds } from '@/server/database/in-rounds';
import { withReserve } from '@/server/database/reserve';
import { enqueue } from '@/server/jobs/enqueue';
import { saveRemainingGrants } from '@/server/reach/save-remaining-grants';
import { plainFailure } from '@/server/tiktok/describe-failure';
import type { Exchanged } from '@/server/tiktok/exchange';
import { seal } from '@/server/vault/seal';
import type { Candidate } from './candidate';
import { createConnections, type MadeConnection } from './create-connection';
import { forgotten } from './end-authorization';

type Kept = { actor: Actor; id: string; exchanged: Exchanged };

/** A token that reaches more than this is saved by itself: the others of a round would wait for it. */
const mostInRound = 100;

/**
 * Saves a token at once, with its audit line, and ends the exchange: a new connection, or, where it re-authorizes one,
 * held aside until it is compared. Saving the same answer again, after a crash, changes nothing; one that turns up
 * after its authorization was given up as lost is saved all the same.
 */
export async function keepToken(actor: Actor, id: string, exchanged: Exchanged): Promise<void> {
  const { teamId } = actor;
  const kept = { actor, id, exchanged };
  const many = (exchanged.advertiserIds?.length ?? 0) > mostInRound;
  const made = many ? (await saveTokens(teamId, [kept]))[0] : await inRound(teamId, kept);
  if (!made) return;
  const connectionId = made.id;
  if (made.remaining) await saveRemainingGrants({ teamId, connectionId });
  await enqueue('connection.inspect', { teamId, connectionId });
}

const saveTokens = (teamId: string, kept: Kept[]) =>
  withReserve(() => db.$transaction((tx) => saveAll(tx, teamId, kept)));
const inRound = inRounds('tokens', saveTokens);

/** @returns the connections that were made, null where there is none */
async function saveAll(tx: Transaction, teamId: string, kept: Kept[]): Promise<(MadeConnection | null)[]> {
  const rows = await lockUnsaved(
    tx,
    teamId,
    kept.map(({ id }) => id),
  );
  const news: { kept: Kept; row: Unsaved }[] = [];
  const told: Told[] = [];
  for (const one of kept) {
    const row = rows.get(one.id);
    // Whoever brings the same answer again finds it saved.
    rows.delete(one.id);
    if (row?.reauthorizes) told.push(await holdAside(tx, one));
    else if (row) news.push({ kept: one, row });
  }
  const made = await createConnections(
    tx,
    teamId,
    news.map(({ kept, row }) => toConnection(kept, row)),
  );
  await recordAll(tx, teamId, [...told, ...made.map(({ told }) => told)]);
  const byKept = new Map(news.map(({ kept }, n) => [kept, made[n]!]));
  return kept.map((one) => byKept.get(one) ?? null);
}

type Unsaved = { id: string; reauthorizes: boolean; startedById: string | null; app: { id: string; name: string } };

async function lockUnsaved(tx: Transaction, teamId: string, ids: string[]): Promise<Map<string, Unsaved>> {
  const rows = await tx.$queryRaw<Unsaved[]>`
    SELECT a.id, a.reauthorizes, a."startedById", json_build_object('id', app.id, 'name', app.name) AS app
    FROM "Authorization" a JOIN "App" app ON app."teamId" = a."teamId" AND app.id = a."appId"
    WHERE a.id = ANY(${ids}::uuid[]) AND a."teamId" = ${teamId}::uuid AND a.status IN ('claimed', 'lost')
    ORDER BY a.id FOR UPDATE OF a`;
  return new Map(rows.map((row) => [row.id, row]));
}

function toConnection({ actor, exchanged }: Kept, row: Unsaved) {
  const { accessToken, scopes, advertiserIds } = exchanged;
  const ticked = advertiserIds === null || advertiserIds.length > 0;
  return {
    actor,
    authorizationId: row.id,
    app: row.app,
    ownerId: row.startedById,
    accessToken,
    scopes,
    advertiserIds,
    ending: ticked
      ? ({ status: 'connected' } as const)
      : ({ status: 'no_advertisers', failure: plainFailure('no_advertisers') } as const),
  };
}

async function holdAside(tx: Transaction, { actor, id, exchanged }: Kept): Promise<Told> {
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
    select: { id: true },
  });
  return {
    ...{ actor, action: 'authorization.token_held', object: { kind: 'authorization', id } },
    detail: { data: { scopes } },
  };
}
