import 'server-only';
import type { Tag } from '@/contract/tags';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { tagSelect, toTag } from './to-tag';

/** All tags of the team, by name. */
export async function listTags({ teamId }: Actor): Promise<Tag[]> {
  const rows = await db.tag.findMany({ where: { teamId }, orderBy: { name: 'asc' }, select: tagSelect });
  return rows.map(toTag);
}
