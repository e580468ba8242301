import 'server-only';
import type { AuthorizationStatus } from '@/contract/authorizations';
import type { TikTokFailure } from '@/contract/shapes';
import type { Actor } from '@/server/auth/actor';
import { record, type Told } from '@/server/audit/record';
import type { Transaction } from '@/server/database/client';
import { inBase64 } from '@/server/database/in-base64';
import { newId } from '@/server/database/new-id';
import { mostGrantsAtOnce } from '@/server/reach/save-grants-in-parts';
import { writeFirstGrants } from '@/server/reach/save-grants';
import { plainFailure } from '@/server/tiktok/describe-failure';
import { tokenDigest } from '@/server/vault/told-digest';
import { tokenColumns } from './token-columns';

type NewConnection = {
  actor: Actor;
  authorizationId: string;
  app: { id: string; name: string };
  ownerId: string | null;
  accessToken: string;
  scopes: string[];
  advertiserIds: string[] | null;
  /** How the authorization that made it ends. */
  ending: { status: AuthorizationStatus; failure?: TikTokFailure; reauthorizes?: false };
};

export type MadeConnection = { id: string; remaining: boolean; told: Told };

/** One new connection, with its line in the audit. */
export async function createConnection(
  tx: Transaction,
  actor: Actor,
  connection: Omit<NewConnection, 'actor'>,
): Promise<MadeConnection> {
  const [made] = await createConnections(tx, actor.teamId, [{ actor, ...connection }]);
  const { action, object, detail } = made!.told;
  await record(tx, actor, action, object, detail);
  return made!;
}

/**
 * New standing grants, and the ends of the authorizations that made them, with what the exchange itself said of their
 * reach: what is too much of it for one transaction is `remaining`: it stays beside the authorization, for
 * saveRemainingGrants. Names and the TikTok user come after; `told` is for the audit, last in the transaction.
 */
export async function createConnections(
  tx: Transaction,
  teamId: string,
  connections: NewConnection[],
): Promise<MadeConnection[]> {
  if (connections.length === 0) return [];
  const made = connections.map((connection) => toMade(teamId, connection));
  const rows = made.map(({ row }) => row);
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS g(id uuid, "appId" uuid, name text,
        "ownerId" uuid, state "ConnectionState", problem jsonb, scopes text[], "advertiserCount" int, "tokenSealed" text,
        "tokenHash" text, "tokenHint" text, "nextCheckAt" timestamptz, "eventId" uuid, event jsonb,
        "authorizationId" uuid, status "AuthorizationStatus", failure jsonb, reauthorizes boolean, candidate jsonb)
    ), made AS (
      INSERT INTO "Connection" (id, "teamId", "appId", name, "ownerId", state, problem, scopes, "advertiserCount",
        "tokenSealed", "tokenHash", "tokenHint", "nextCheckAt", "updatedAt")
      SELECT id, ${teamId}::uuid, "appId", name, "ownerId", state, problem, scopes, "advertiserCount",
        decode("tokenSealed", 'base64'), decode("tokenHash", 'base64'), "tokenHint", "nextCheckAt", now()
      FROM given
    ), told AS (
      INSERT INTO "ConnectionEvent" (id, "teamId", "connectionId", kind, data)
      SELECT "eventId", ${teamId}::uuid, id, 'authorized', event FROM given
    )
    UPDATE "Authorization" a
    SET status = given.status, failure = given.failure, reauthorizes = coalesce(given.reauthorizes, a.reauthorizes),
      candidate = given.candidate, "connectionId" = given.id, "finishedAt" = now(), "codeSealed" = NULL,
      "stateSealed" = NULL, "bindingHash" = NULL, "tokenSealed" = NULL, "leaseUntil" = NULL
    FROM given WHERE a."teamId" = ${teamId}::uuid AND a.id = given."authorizationId"`;
  const grants = made.flatMap(({ row, gained }) =>
    gained.map((advertiserId) => ({ connectionId: row.id, advertiserId })),
  );
  if (grants.length > 0) await writeFirstGrants(tx, teamId, grants);
  return made.map(({ row, told }) => ({ id: row.id, remaining: row.candidate !== null, told }));
}

function toMade(teamId: string, made: NewConnection) {
  const id = newId();
  const { actor, app, ownerId, scopes, authorizationId, ending } = made;
  const reached = made.advertiserIds && [...new Set(made.advertiserIds)].sort();
  const advertisers = reached && reached.length;
  const ticked = advertisers !== 0;
  const gained = reached?.slice(0, mostGrantsAtOnce) ?? [];
  const { tokenSealed, tokenHash, ...token } = tokenColumns(made.accessToken, { teamId, rowId: id });
  const row = {
    ...{ id, appId: app.id, name: app.name, ownerId, scopes, state: ticked ? 'healthy' : 'degraded' },
    problem: ticked ? null : plainFailure('no_advertisers'),
    ...{ ...token, tokenSealed: inBase64(tokenSealed), tokenHash: inBase64(tokenHash), advertiserCount: gained.length },
    ...{ eventId: newId(), event: { actor: actor.name, scopes, advertisers } },
    ...{ authorizationId, failure: null, ...ending },
    candidate: reached && reached.length > gained.length ? { advertiserIds: reached } : null,
  };
  const data = { authorizationId, scopes, advertisers, tokenDigest: tokenDigest(id, tokenHash) };
  const object = { kind: 'connection', id, name: app.name } as const;
  return { row, gained, told: { actor, action: 'connection.authorized', object, detail: { data } } satisfies Told };
}
