import 'server-only';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';

/**
 * The names of these tags of the team, by id.
 * @throws AppError invalid_input if one of them is of another team, or of none
 */
export async function findTags(tx: Transaction, { teamId }: Actor, ids: string[]): Promise<Map<string, string>> {
  const found = await tx.tag.findMany({ where: { teamId, id: { in: ids } }, select: { id: true, name: true } });
  if (found.length < new Set(ids).size) {
    throw new AppError('invalid_input', 'There is no such tag in this team.', { data: { field: 'tags' } });
  }
  return new Map(found.map(({ id, name }) => [id, name]));
}
