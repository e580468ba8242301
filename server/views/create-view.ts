import 'server-only';
import type { View, ViewFields } from '@/contract/views';
import { record } from '@/server/audit/record';
import { demand, type Actor } from '@/server/auth/actor';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { namingTaken } from './name-taken';
import { ownerOf } from './owner-of';
import { demandQuery } from './read-query';
import { demandReadable } from './readable-nouns';
import { toView, viewSelect, type Counters } from './to-view';

const mostViews = 100;

/** Keeps a filter under a name. Sharing it shows it to everybody in the team who may read the list. */
export async function createView(actor: Actor, fields: ViewFields, counters: Counters): Promise<View> {
  const { noun, name, shared } = fields;
  demandReadable(actor, noun);
  if (shared) demand(actor, 'views.share');
  const query = demandQuery(noun, fields.query);
  const userId = ownerOf(actor);
  const row = await namingTaken(name, () =>
    db.$transaction(async (tx) => {
      await refuseTooMany(tx, { teamId: actor.teamId, userId });
      const data = { teamId: actor.teamId, userId, noun, name, query, shared };
      const made = await tx.savedView.create({ data, select: viewSelect });
      await record(tx, actor, 'view.saved', { kind: 'view', id: made.id, name }, { data: { noun, query, shared } });
      return made;
    }),
  );
  return toView(actor, row, counters);
}

async function refuseTooMany(tx: Transaction, where: { teamId: string; userId: string }): Promise<void> {
  if ((await tx.savedView.count({ where })) < mostViews) return;
  throw new AppError('conflict', `You keep ${mostViews} views already. Remove one first.`, {
    data: { reason: 'too_many_views', most: mostViews },
  });
}
