import 'server-only';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { lockMembers } from '@/server/auth/lock-members';
import { db } from '@/server/database/client';
import { findInvitation } from './find-invitation';

/** Its link stops working. Anybody who manages members may, whatever role it promises: it takes nothing from anyone. */
export async function withdrawInvitation(actor: Actor, { id }: { id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockMembers(tx, actor);
    const { email, role } = await findInvitation(tx, actor, id);
    const where = { teamId_id: { teamId: actor.teamId, id } };
    await tx.invitation.update({ where, data: { withdrawnAt: new Date() }, select: { id: true } });
    await record(tx, actor, 'invitation.withdrawn', { kind: 'invitation', id, name: email }, { data: { role } });
  });
}
