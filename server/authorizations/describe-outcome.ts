import 'server-only';
import { z } from 'zod';
import type { AuthorizationStatus } from '@/contract/authorizations';
import { db } from '@/server/database/client';

export type Outcome = {
  status: AuthorizationStatus;
  /** Where its page is; null for everybody but the members of its team. */
  teamSlug: string | null;
};

/** What whoever TikTok sent back may know of an authorization. Null when there is none with this id. */
export async function describeOutcome(id: string, userId: string | null): Promise<Outcome | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db.authorization.findUnique({ where: { id }, select: { status: true, teamId: true } });
  if (!row) return null;
  return { status: row.status, teamSlug: userId && (await teamSlugFor(userId, row.teamId)) };
}

async function teamSlugFor(userId: string, teamId: string): Promise<string | null> {
  const membership = await db.membership.findUnique({
    where: { teamId_userId: { teamId, userId } },
    select: { team: { select: { slug: true } } },
  });
  return membership?.team.slug ?? null;
}
