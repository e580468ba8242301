import 'server-only';
import type { View, ViewChanges, ViewNoun } from '@/contract/views';
import { record } from '@/server/audit/record';
import { demand, type Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { findView } from './find-view';
import { namingTaken } from './name-taken';
import { ownerOf } from './owner-of';
import { demandQuery } from './read-query';
import { toView, viewSelect, type Counters, type ViewRow } from './to-view';

/** Changes a view of one's own. @throws AppError forbidden for a colleague's shared one. */
export async function updateView(actor: Actor, { id, ...given }: ViewChanges, counters: Counters): Promise<View> {
  if (given.shared) demand(actor, 'views.share');
  const row = await namingTaken(given.name, () =>
    db.$transaction(async (tx) => {
      const before = await findView(tx, actor, id);
      if (before.member.user.id !== ownerOf(actor)) {
        throw new AppError('forbidden', 'Only whoever saved this view changes it. Save one of your own instead.');
      }
      const changes = differing(before, given);
      if (Object.keys(changes).length === 0) return before;
      const after = await tx.savedView.update({
        where: { id, teamId: actor.teamId },
        data: changes,
        select: viewSelect,
      });
      await record(tx, actor, 'view.changed', { kind: 'view', id, name: after.name }, { data: changes });
      return after;
    }),
  );
  return toView(actor, row, counters);
}

function differing(before: ViewRow, { name, query, shared }: Omit<ViewChanges, 'id'>) {
  const asked = query === undefined ? undefined : demandQuery(before.noun as ViewNoun, query);
  return {
    ...(name !== undefined && name !== before.name && { name }),
    ...(asked !== undefined && asked !== before.query && { query: asked }),
    ...(shared !== undefined && shared !== before.shared && { shared }),
  };
}
