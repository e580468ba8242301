import 'server-only';
import { mostTags, type Tag } from '@/contract/tags';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { nameTaken } from './name-taken';
import { tagSelect, toTag } from './to-tag';

/** @throws AppError conflict where the team has a tag of this name, precondition_failed where it has very many */
export function createTag(actor: Actor, { name }: { name: string }): Promise<Tag> {
  const { teamId } = actor;
  return nameTaken(
    db.$transaction(async (tx) => {
      if ((await tx.tag.count({ where: { teamId } })) >= mostTags) {
        throw new AppError('precondition_failed', `A team has at most ${mostTags} tags. Remove some first.`, {
          data: { reason: 'too_many_tags', most: mostTags },
        });
      }
      const tag = await tx.tag.create({ data: { teamId, name }, select: tagSelect });
      await record(tx, actor, 'tag.created', { kind: 'tag', id: tag.id, name });
      return toTag(tag);
    }),
  );
}
