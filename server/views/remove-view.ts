import 'server-only';
import { record } from '@/server/audit/record';
import { demand, type Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { findView } from './find-view';
import { ownerOf } from './owner-of';

/** Removes a view of one's own, or with the permission for it a colleague's shared one. */
export async function removeView(actor: Actor, { id }: { id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { member, name, noun, query } = await findView(tx, actor, id);
    if (member.user.id !== ownerOf(actor)) demand(actor, 'views.override');
    await tx.savedView.delete({ where: { id, teamId: actor.teamId } });
    const data = { noun, query, owner: member.user.name };
    await record(tx, actor, 'view.removed', { kind: 'view', id, name }, { data });
  });
}
