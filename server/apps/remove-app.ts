import 'server-only';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { lockApp } from './find-app';

/** Removes an app and what its revoked connections left. Refused while a connection is live or a code is being exchanged. */
export async function removeApp(actor: Actor, { id }: { id: string }): Promise<void> {
  const { teamId } = actor;
  await db.$transaction(async (tx) => {
    const { name, appId, connectionCount } = await lockApp(tx, actor, id);
    refuseWhileConnected(connectionCount);
    await refuseWhileExchanging(tx, teamId, id);
    const ofApp = { teamId, appId: id };
    await tx.authorization.deleteMany({ where: ofApp });
    await tx.connectLink.deleteMany({ where: ofApp });
    await tx.connection.deleteMany({ where: ofApp });
    await tx.app.delete({ where: { teamId_id: { teamId, id } } });
    await record(tx, actor, 'app.removed', { kind: 'app', id, name }, { data: { appId } });
  });
}

function refuseWhileConnected(connections: number): void {
  if (connections === 0) return;
  throw new AppError('conflict', `This app has ${connections} live connections. Revoke them first, then remove it.`, {
    data: { reason: 'app_has_connections', connections },
  });
}

/** Of those that wait none is claimed until the end of the transaction, and then there is nothing to claim. */
async function refuseWhileExchanging(tx: Transaction, teamId: string, appId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Authorization" WHERE "teamId" = ${teamId}::uuid AND "appId" = ${appId}::uuid
      AND status IN ('pending', 'quarantined') ORDER BY id FOR UPDATE`;
  // Whoever is at work on these needs the app: to wait for them would be to wait for each other.
  const authorizations = await tx.authorization.count({
    where: { teamId, appId, status: { in: ['claimed', 'comparing'] } },
  });
  if (authorizations) {
    throw new AppError(
      'conflict',
      `${authorizations} authorizations of this app are being finished. Try again when they are.`,
      {
        data: { reason: 'app_has_authorizations', authorizations },
      },
    );
  }
}
