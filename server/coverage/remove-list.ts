import 'server-only';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { lockList } from './find-list';

export function removeList(actor: Actor, { id }: { id: string }): Promise<void> {
  return db.$transaction(async (tx) => {
    const { name, entryCount } = await lockList(tx, actor, id);
    await tx.coverageList.delete({ where: { teamId_id: { teamId: actor.teamId, id } }, select: { id: true } });
    const data = { advertisers: entryCount };
    await record(tx, actor, 'coverage.removed', { kind: 'coverage', id, name }, { data });
  });
}
