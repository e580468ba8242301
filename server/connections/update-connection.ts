import 'server-only';
import type { Connection } from '@/contract/connections';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { findConnection, lockConnection } from './find-connection';
import { replaceTags } from './replace-tags';
import { toConnection, type ConnectionRow } from './to-connection';

type Changes = { name?: string; notes?: string; archived?: boolean; ownerId?: string | null; tags?: string[] };

/**
 * Renames it, writes its notes, gives it an owner and tags, hides it or brings it back. Archiving ends nothing: the
 * token goes on working.
 */
export function updateConnection(actor: Actor, { id, ...changes }: { id: string } & Changes): Promise<Connection> {
  return db.$transaction(async (tx) => {
    const before = await lockConnection(tx, actor, id);
    const own = differing(before, changes);
    const owned = await owner(tx, actor, before, changes.ownerId);
    const told = { ...own.told, ...owned?.told, ...(await replaceTags(tx, actor, before, changes.tags)) };
    if (Object.keys(told).length === 0) return toConnection(before);
    const where = { teamId_id: { teamId: actor.teamId, id } };
    await tx.connection.update({ where, data: { ...own.data, ...owned?.data } });
    const after = await findConnection(actor, id, tx);
    await record(tx, actor, 'connection.changed', { kind: 'connection', id, name: after.name }, { data: told });
    return toConnection(after);
  });
}

function differing(before: ConnectionRow, { name, notes, archived }: Changes) {
  const renamed = name !== undefined && name !== before.name;
  const noted = notes !== undefined && notes !== before.notes;
  const moved = archived !== undefined && archived !== (before.archivedAt !== null);
  return {
    data: {
      ...(renamed && { name }),
      ...(noted && { notes }),
      ...(moved && { archivedAt: archived ? new Date() : null }),
    },
    told: {
      ...(renamed && { name, formerName: before.name }),
      ...(noted && { notes: true }),
      ...(moved && { archived }),
    },
  };
}

/** @throws AppError invalid_input unless the new owner is a member of the team */
async function owner(tx: Transaction, { teamId }: Actor, before: ConnectionRow, ownerId: string | null | undefined) {
  const former = before.owner?.user ?? null;
  if (ownerId === undefined || ownerId === (former?.id ?? null)) return undefined;
  const member =
    ownerId &&
    (await tx.membership.findUnique({
      where: { teamId_userId: { teamId, userId: ownerId } },
      select: { user: { select: { name: true } } },
    }));
  if (ownerId && !member) {
    throw new AppError('invalid_input', 'The owner must be a member of this team.', { data: { field: 'ownerId' } });
  }
  return { data: { ownerId }, told: { owner: member ? member.user.name : null, formerOwner: former?.name ?? null } };
}
