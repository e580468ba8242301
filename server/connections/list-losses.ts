import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin, grantsWithin } from '@/server/auth/within';
import { Prisma } from '@/server/database/generated/client';
import { findConnection } from './find-connection';
import { readGrants } from './read-grants';

/** That no other connection (of those within) reaches the advertiser with a token that TikTok still accepts. */
export const reachedByNoOther = (within: Prisma.Sql[] = []) => Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "Grant" other JOIN "Connection" c ON c."teamId" = other."teamId" AND c.id = other."connectionId"
  WHERE other."teamId" = g."teamId" AND other."advertiserId" = g."advertiserId"
    AND other."connectionId" <> g."connectionId" AND c.state NOT IN ('auth_broken', 'revoked')
    ${and(within)})`;

/** The advertisers that would be lost with this connection. */
export async function listLosses(actor: Actor, { id, ...page }: { id: string; cursor?: string; limit: number }) {
  await findConnection(actor, id);
  return readGrants(
    actor,
    { connectionId: id, narrowed: [...grantsWithin(actor), reachedByNoOther(connectionsWithin(actor))] },
    page,
  );
}
