import 'server-only';
import { type contract } from '@/contract';
import { personIdOf, type Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import type { Browser } from '@/server/auth/browser';
import { demandAppWithin, demandWithin } from '@/server/auth/within';
import { openApp } from '@/server/credentials/open-app';
import { db, type Transaction } from '@/server/database/client';
import { newId } from '@/server/database/new-id';
import { AppError } from '@/server/errors';
import { demandSpace } from '@/server/free-space';
import { authorizedUrl } from '@/server/tiktok/authorized-url';
import { seal } from '@/server/vault/seal';
import type { z } from 'zod';
import { bind } from './binding';
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
  const bound = input.bound && browser !== null && actor.kind === 'person';
  const expiresAt = await db.$transaction(async (tx) => {
    const expiresAt = await inMinutes(tx, input.expiresInMinutes);
    await tx.authorization.create({
      data: {
        id,
        teamId,
        appId: app.id,
        connectionId: input.connectionId ?? null,
        reauthorizes: input.connectionId !== undefined,
        startedById: personIdOf(actor),
        redirectUrl,
        stateHash: digest(state),
        stateSealed: seal(state, { table: 'Authorization', column: 'stateSealed', teamId, rowId: id }),
        bindingHash: bound ? bind(browser, id, expiresAt) : null,
        bound,
        expiresAt,
      },
    });
    await record(
      tx,
      actor,
      'authorization.created',
      { kind: 'authorization', id, name: app.name },
      {
        data: { redirectUrl, bound, connectionId: input.connectionId ?? null, expiresAt: expiresAt.toISOString() },
      },
    );
    return expiresAt;
  });
  const url = authorizedUrl({ portalUrl: app.host.portalUrl, appId: app.appId, state, redirectUrl });
  return { id, url, state, expiresAt: expiresAt.toISOString() };
}

/** By the clock that will decide whether it has expired. */
async function inMinutes(tx: Transaction, minutes: number): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`SELECT now() + make_interval(mins => ${minutes}::int) AS at`;
  return row!.at;
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
