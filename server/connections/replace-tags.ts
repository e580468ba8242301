import 'server-only';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { findTags } from './find-tags';
import type { ConnectionRow } from './to-connection';

/** Leaves a connection with these tags and no others; tells their names where that changed anything. */
export async function replaceTags(
  tx: Transaction,
  actor: Actor,
  { id: connectionId, tags: former }: ConnectionRow,
  ids: string[] | undefined,
): Promise<{ tags?: string[]; formerTags?: string[] }> {
  if (ids === undefined) return {};
  const { teamId } = actor;
  const names = await findTags(tx, actor, ids);
  const had = new Set(former.map(({ tag }) => tag.id));
  const added = [...names.keys()].filter((id) => !had.has(id));
  if (added.length === 0 && had.size === names.size) return {};
  await tx.connectionTag.deleteMany({ where: { teamId, connectionId, tagId: { notIn: [...names.keys()] } } });
  await tx.connectionTag.createMany({ data: added.map((tagId) => ({ teamId, connectionId, tagId })) });
  return { tags: [...names.values()], formerTags: former.map(({ tag }) => tag.name) };
}
