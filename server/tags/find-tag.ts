import 'server-only';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { tagSelect, type TagRow } from './to-tag';

/** @throws AppError not_found, the same for a tag of another team and for none */
export async function findTag(tx: Transaction, { teamId }: Actor, id: string): Promise<TagRow> {
  const tag = await tx.tag.findUnique({ where: { teamId_id: { teamId, id } }, select: tagSelect });
  if (!tag) throw new AppError('not_found', 'There is no such tag in this team.');
  return tag;
}
