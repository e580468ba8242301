import 'server-only';
import { type contract } from '@/contract';
import { personIdOf, type Actor } from '@/server/auth/actor';
import { recordAll, type Told } from '@/server/audit/record';
import type { Browser } from '@/server/auth/browser';
import { demandAppWithin, demandWithin } from '@/server/auth/within';
import { openApp } from '@/server/credentials/open-app';
import { db, type Transaction } from '@/server/database/client';
import { inBase64 } from '@/server/database/in-base64';
import { inRounds } from '@/server/database/in-rounds';
import { newId } from '@/server/database/new-id';
import { AppError } from '@/server/errors';
import { demandSpace } from '@/server/free-space';
import { authorizedUrl } from '@/server/tiktok/authorized-url';
import { seal } from '@/server/vault/seal';
import type { z } from 'zod';
import { bind, newBinding } from './binding';
import { digest, newState } from './state';
import { callbackUrl } from './to-authorization';

type Input = z.output<(typeof contract.authorizations.create)['~orpc']['inputSchema'] & {}>;

/**
 * Makes an Authorized URL. Bound, only the browser that asked may come back with its code.
 * @throws AppError unavailable (`disk_full`) while what comes back might find no room
 */
export async function createAuthorization(actor: Actor, input: Input, browser: Browser | null) {
  await demandSpace();
  const { teamId } = actor;
  demandAppWithin(actor, input.id);
  const app = await openApp({ teamId, id: input.id });
  const redirectUrl = await chooseRedirectUrl(actor, app.id, input.redirectUrl);
  if (input.connectionId) await demandSameApp(actor, input.connectionId, app);
  const id = newId();
  const state = newState();
  const binding = input.bound && browser !== null && actor.kind === 'person' ? newBinding() : null;
  const { connectionId, expiresInMinutes } = input;
  const made = { actor, id, app, state, binding, redirectUrl, connectionId, expiresInMinutes };
  const expiresAt = await inRound(teamId, made);
  if (binding) bind(browser!, id, binding.secret, expiresAt);
  const url = authorizedUrl({ portalUrl: app.host.portalUrl, appId: app.appId, state, redirectUrl });
  return { id, url, state, expiresAt: expiresAt.toISOString() };
}

type New = {
  actor: Actor;
  id: string;
  app: { id: string; name: string };
  state: string;
  binding: { hash: Uint8Array } | null;
  redirectUrl: string;
} & Pick<Input, 'connectionId' | 'expiresInMinutes'>;

const inRound = inRounds('authorizations', (teamId, news: New[]) =>
  db.$transaction((tx) => createAll(tx, teamId, news)),
);

/** @returns when each expires, by the clock that will decide whether it has */
async function createAll(tx: Transaction, teamId: string, news: New[]): Promise<Date[]> {
  const given = news.map(({ actor, id, app, state, binding, redirectUrl, connectionId, expiresInMinutes }) => ({
    ...{ id, appId: app.id, connectionId, startedById: personIdOf(actor), redirectUrl, expiresInMinutes },
    stateHash: inBase64(digest(state)),
    stateSealed: inBase64(seal(state, { table: 'Authorization', column: 'stateSealed', teamId, rowId: id })),
    bindingHash: binding && inBase64(binding.hash),
  }));
  const rows = await tx.$queryRaw<{ id: string; expiresAt: Date }[]>`
    INSERT INTO "Authorization" (id, "teamId", "appId", "connectionId", reauthorizes, "startedById", "redirectUrl",
      "stateHash", "stateSealed", "bindingHash", bound, "expiresAt")
    SELECT id, ${teamId}::uuid, "appId", "connectionId", "connectionId" IS NOT NULL, "startedById", "redirectUrl",
      decode("stateHash", 'base64'), decode("stateSealed", 'base64'), decode("bindingHash", 'base64'),
      "bindingHash" IS NOT NULL, now() + make_interval(mins => "expiresInMinutes")
    FROM json_to_recordset(${JSON.stringify(given)}::json) AS g(id uuid, "appId" uuid, "connectionId" uuid,
      "startedById" uuid, "redirectUrl" text, "stateHash" text, "stateSealed" text, "bindingHash" text,
      "expiresInMinutes" int)
    RETURNING id, "expiresAt"`;
  const expiries = new Map(rows.map(({ id, expiresAt }) => [id, expiresAt]));
  await recordAll(
    tx,
    teamId,
    news.map((made) => toldOf(made, expiries.get(made.id)!)),
  );
  return news.map(({ id }) => expiries.get(id)!);
}

function toldOf({ actor, id, app, binding, redirectUrl, connectionId }: New, expiresAt: Date): Told {
  const reauthorized = connectionId ?? null;
  const data = { redirectUrl, bound: binding !== null, connectionId: reauthorized, expiresAt: expiresAt.toISOString() };
  const object = { kind: 'authorization', id, name: app.name } as const;
  return { actor, action: 'authorization.created', object, detail: { data } };
}

/** The one asked for, else this deployment's own callback, else the app's first. TikTok compares it exactly. */
async function chooseRedirectUrl({ teamId }: Actor, appId: string, wanted: string | undefined): Promise<string> {
  const rows = await db.redirectUrl.findMany({ where: { teamId, appId }, orderBy: { position: 'asc' } });
  const urls = rows.map(({ url }) => url);
  const chosen = wanted ?? urls.find((url) => url === callbackUrl()) ?? urls[0];
  if (chosen && urls.includes(chosen)) return chosen;
  throw new AppError('precondition_failed', 'Add this redirect URL to the app first, here and at TikTok.', {
    data: { reason: 'redirect_url_unknown', redirectUrls: urls },
  });
}

async function demandSameApp(actor: Actor, connectionId: string, app: { id: string; name: string }) {
  const { teamId } = actor;
  await demandWithin(actor, connectionId);
  const connection = await db.connection.findUnique({
    where: { teamId_id: { teamId, id: connectionId } },
    select: { appId: true, app: { select: { name: true } } },
  });
  if (!connection) throw new AppError('not_found', 'There is no such connection in this team.');
  if (connection.appId !== app.id) {
    throw new AppError(
      'conflict',
      `This connection belongs to the app “${connection.app.name}”; re-authorize it there.`,
      {
        data: { appId: connection.appId },
      },
    );
  }
}
