import 'server-only';
import type { Tag } from '@/contract/tags';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { findTag } from './find-tag';
import { nameTaken } from './name-taken';
import { tagSelect, toTag } from './to-tag';

/** @throws AppError conflict where the team has another tag of this name */
export function renameTag(actor: Actor, { id, name }: { id: string; name: string }): Promise<Tag> {
  return nameTaken(
    db.$transaction(async (tx) => {
      const before = await findTag(tx, actor, id);
      if (before.name === name) return toTag(before);
      const where = { teamId_id: { teamId: actor.teamId, id } };
      const after = await tx.tag.update({ where, data: { name }, select: tagSelect });
      await record(tx, actor, 'tag.renamed', { kind: 'tag', id, name }, { data: { formerName: before.name } });
      return toTag(after);
    }),
  );
}
