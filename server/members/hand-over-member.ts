import 'server-only';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { lockMembers } from '@/server/auth/lock-members';
import { demandHeir } from './demand-heir';
import { demandAbove, findMember } from './find-member';
import { handOver } from './hand-over';
import { handingOver } from './handing-over';

/** Gives what a member owns to another, while both stay. */
export async function handOverMember(actor: Actor, { id, to }: { id: string; to: string }): Promise<void> {
  await handingOver(async (tx) => {
    const own = await lockMembers(tx, actor);
    const member = await findMember(tx, actor, id);
    demandAbove(own, member, actor);
    const heir = await demandHeir(tx, actor, id, to);
    const moved = await handOver(tx, { teamId: actor.teamId, from: id, to });
    const told = Object.entries(moved).filter(([, count]) => count > 0);
    const data = { ...Object.fromEntries(told), handedTo: heir.name };
    await record(tx, actor, 'member.handed_over', { kind: 'member', id, name: member.name }, { data });
  });
}
