import 'server-only';
import type { Twin } from '@/contract/connections';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { findConnection } from './find-connection';

const most = 5;

/** The other standing connections of its TikTok user to its app, the oldest first. None while that user is unknown. */
export async function listTwins(actor: Actor, { id }: { id: string }): Promise<Twin[]> {
  const { tiktokUserId, app } = await findConnection(actor, id);
  if (tiktokUserId === null) return [];
  return db.$queryRaw<Twin[]>`
    SELECT c.id, c.name, c.state FROM "Connection" c
    WHERE c."teamId" = ${actor.teamId}::uuid AND c."tiktokUserId" = ${tiktokUserId} AND c."appId" = ${app.id}::uuid
      AND c.state <> 'revoked' AND c.id <> ${id}::uuid ${and(connectionsWithin(actor))}
    ORDER BY c.id LIMIT ${most}`;
}
