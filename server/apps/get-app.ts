import 'server-only';
import type { AppDetail } from '@/contract/apps';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { findApp } from './find-app';
import { toApp } from './to-app';

/** The app, with its way through TikTok's review. */
export async function getApp(actor: Actor, { id }: { id: string }): Promise<AppDetail> {
  const row = await findApp(actor, id);
  const reviews = await db.appReview.findMany({
    where: { teamId: actor.teamId, appId: id },
    orderBy: [{ since: 'desc' }, { id: 'desc' }],
    take: 50,
    select: { status: true, since: true },
  });
  return { ...toApp(row), reviews: reviews.map(({ status, since }) => ({ status, since: since.toISOString() })) };
}
