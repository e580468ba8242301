import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { openApp } from '@/server/credentials/open-app';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { authorizedUrl } from '@/server/tiktok/authorized-url';
import { log } from '@/server/log';
import { unseal } from '@/server/vault/seal';
import { TamperedError } from '@/server/vault/tampered-error';
import { isWithin } from './find-authorization';

/**
 * The Authorized URL of a pending authorization, made again from its sealed state. One whose state was altered where it
 * is stored is not ended: whoever has its URL already can still come back with it.
 * @throws AppError not_found; conflict once it is no longer pending; TamperedError
 */
export async function getAuthorizationUrl(actor: Actor, { id }: { id: string }) {
  const { teamId } = actor;
  const row =
    (await isWithin(actor, id)) &&
    (await db.authorization.findUnique({
      where: { teamId_id: { teamId, id } },
      select: { appId: true, status: true, redirectUrl: true, expiresAt: true, stateSealed: true },
    }));
  if (!row) throw new AppError('not_found', 'There is no such authorization in this team.');
  if (row.status !== 'pending' || !row.stateSealed) {
    throw new AppError('conflict', 'This authorization is no longer waiting for anybody.', {
      data: { status: row.status },
    });
  }
  const { appId, host } = await openApp({ teamId, id: row.appId });
  const state = openState({ teamId, id, stateSealed: row.stateSealed });
  return {
    url: authorizedUrl({ portalUrl: host.portalUrl, appId, state, redirectUrl: row.redirectUrl }),
    expiresAt: row.expiresAt.toISOString(),
  };
}

function openState({ teamId, id, stateSealed }: { teamId: string; id: string; stateSealed: Uint8Array }): string {
  try {
    return unseal(stateSealed, { table: 'Authorization', column: 'stateSealed', teamId, rowId: id });
  } catch (error) {
    if (error instanceof TamperedError) log.error({ teamId, authorizationId: id }, 'A stored state was altered');
    throw error;
  }
}
