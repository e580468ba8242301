import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { openApp } from '@/server/credentials/open-app';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { authorizedUrl } from '@/server/tiktok/authorized-url';
import { unseal } from '@/server/vault/seal';
import { isWithin } from './find-authorization';

/** The Authorized URL of a pending authorization, made again from its sealed state. */
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
  const state = unseal(row.stateSealed, { table: 'Authorization', column: 'stateSealed', teamId, rowId: id });
  return {
    url: authorizedUrl({ portalUrl: host.portalUrl, appId, state, redirectUrl: row.redirectUrl }),
    expiresAt: row.expiresAt.toISOString(),
  };
}
