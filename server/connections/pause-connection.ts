import 'server-only';
import type { Connection } from '@/contract/connections';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import type { Prisma } from '@/server/database/generated/client';
import { demandToken } from './demand-token';
import { lockConnection } from './find-connection';
import { connectionSelect, toConnection } from './to-connection';

/** Stops handing its token out. TikTok is not told, checks go on, and pausing it again changes nothing. */
export function pauseConnection(actor: Actor, { id }: { id: string }): Promise<Connection> {
  return db.$transaction(async (tx) => {
    const before = await lockConnection(tx, actor, id);
    demandToken(before);
    if (before.state === 'paused') return toConnection(before);
    return change(tx, actor, 'paused', { id, state: 'paused', stateBeforePause: before.state });
  });
}

/** Hands its token out again, in the state that is now known of it. */
export function resumeConnection(actor: Actor, { id }: { id: string }): Promise<Connection> {
  return db.$transaction(async (tx) => {
    const before = await lockConnection(tx, actor, id);
    demandToken(before);
    if (before.state !== 'paused') return toConnection(before);
    const where = { teamId_id: { teamId: actor.teamId, id } };
    const known = await tx.connection.findUniqueOrThrow({ where, select: { stateBeforePause: true } });
    const state = known.stateBeforePause ?? 'unverifiable';
    return change(tx, actor, 'resumed', { id, state, stateBeforePause: null });
  });
}

type Change = { id: string } & Pick<Prisma.ConnectionUncheckedUpdateInput, 'state' | 'stateBeforePause'>;

async function change(tx: Transaction, actor: Actor, act: 'paused' | 'resumed', { id, ...states }: Change) {
  const row = await tx.connection.update({
    where: { teamId_id: { teamId: actor.teamId, id } },
    data: { ...states, stateSince: new Date() },
    select: connectionSelect,
  });
  await record(tx, actor, `connection.${act}`, { kind: 'connection', id, name: row.name });
  return toConnection(row);
}
