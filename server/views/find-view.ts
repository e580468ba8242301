import 'server-only';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { ownerOf } from './owner-of';
import { readableNouns } from './readable-nouns';
import { viewSelect, type ViewRow } from './to-view';

/** @throws AppError not_found for a view of another team, and for one that a colleague keeps private. */
export async function findView(tx: Transaction, actor: Actor, id: string): Promise<ViewRow> {
  const row = await tx.savedView.findFirst({
    where: {
      teamId: actor.teamId,
      id,
      noun: { in: readableNouns(actor) },
      OR: [{ shared: true }, { userId: ownerOf(actor) }],
    },
    select: viewSelect,
  });
  if (!row) throw new AppError('not_found', 'There is no such view.');
  return row;
}
