import 'server-only';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { findTag } from './find-tag';

/** Takes it off everything, and forgets it. What it stood on stays. */
export async function removeTag(actor: Actor, { id }: { id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { name } = await findTag(tx, actor, id);
    const { count } = await tx.connectionTag.deleteMany({ where: { teamId: actor.teamId, tagId: id } });
    await tx.tag.delete({ where: { teamId_id: { teamId: actor.teamId, id } } });
    await record(tx, actor, 'tag.removed', { kind: 'tag', id, name }, { data: { connections: count } });
  });
}
