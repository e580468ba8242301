import 'server-only';
import type { Connection } from '@/contract/connections';
import type { Actor } from '@/server/auth/actor';
import { record, type AuditDetail } from '@/server/audit/record';
import { openApp } from '@/server/credentials/open-app';
import { openToken } from '@/server/credentials/open-token';
import { openTwice } from '@/server/credentials/open-twice';
import { withEitherSecret } from '@/server/credentials/with-either-secret';
import { db } from '@/server/database/client';
import { revoke } from '@/server/tiktok/revoke';
import { TikTokError } from '@/server/tiktok/tiktok-error';
import { findConnection } from './find-connection';
import { forgetToken } from './forget-token';
import { toConnection } from './to-connection';

/**
 * Ends the grant at TikTok, then here. A token that TikTok no longer knows counts as revoked, and revoking again changes
 * nothing. Where TikTok refuses or is not heard, everything stays as it is, and the same may be asked again.
 */
export async function revokeConnection(
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<Connection> {
  const before = await findConnection(actor, id);
  if (before.state === 'revoked') return toConnection(before);
  const { teamId } = actor;
  const app = await openApp({ teamId, id: before.app.id });
  const where = { teamId_id: { teamId, id } };
  const { tokenSealed, tokenHash } = await db.connection.findUniqueOrThrow({
    where,
    select: { tokenSealed: true, tokenHash: true },
  });
  if (!tokenSealed) return toConnection(await findConnection(actor, id));

  const accessToken = await openTwice(() => openToken({ teamId, id, tokenSealed, tokenHash }));
  const object = { kind: 'connection', id, name: before.name } as const;
  await db.$transaction((tx) => record(tx, actor, 'connection.revoking', object, { reason }));
  const ending = withEitherSecret(app, (credentials) => revoke(app.host, credentials, accessToken));
  const answer = await ending.catch(async (error: unknown) => {
    await db.$transaction((tx) => record(tx, actor, 'connection.revoked', object, { reason, ...failed(error) }));
    throw error;
  });
  // It opened, so it has its digest.
  return forgetToken(actor, { id, reason, tokenHash: tokenHash!, answer });
}

function failed(error: unknown): AuditDetail {
  if (!(error instanceof TikTokError)) return { result: 'failed' };
  const { tiktok, classification } = error.data;
  return { result: 'failed', data: { key: classification.key, code: tiktok.code, requestId: tiktok.request_id } };
}
