import 'server-only';
import type { ConnectionState } from '@/contract/connection-filter';
import { tikTokMeaning, type TikTokKey } from '@/contract/tiktok-codes';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { enqueue } from '@/server/jobs/enqueue';
import type { KnownAdvertiser, Reach } from '@/server/reach/read-reach';
import { newId } from '@/server/database/new-id';
import { onlyNews } from '@/server/reach/only-news';
import { saveGrantsInParts } from '@/server/reach/save-grants-in-parts';
import { saveReach } from '@/server/reach/save-reach';
import { tellReach } from '@/server/reach/tell-reach';
import { upsertAdvertisers } from '@/server/reach/upsert-advertisers';
import { lockAsked, type Asked } from './lock-asked';
import { nextCheckIn, secondLookLeadMs } from './next-check';
import { settleState, type Found, type Settlement } from './settle-state';

type Checked = {
  trigger: string;
  finding: Found;
  /** Dead by two answers at once. */
  confirmed: boolean;
  /** What the token was seen to reach; null where that was not answered. */
  reach: Reach | null;
  durationMs: number;
  /** A planned check counts only while the connection's next check is the one that was planned. */
  due?: Date;
};

/**
 * Keeps a check with all it changes, and when the next is due. An answer about a token that has meanwhile been replaced
 * or revoked, and one to a check that began before the one that is kept, change nothing: `current` is false.
 */
export async function saveCheck(
  actor: Actor,
  connection: Omit<Asked, 'teamId'>,
  checked: Checked,
): Promise<{ settled: boolean; current: boolean }> {
  const { teamId } = actor;
  const asked = { ...connection, teamId };
  const seen = checked.reach && (await onlyNews({ teamId, connectionId: asked.id }, checked.reach));
  const eventId = newId();
  const advertisers = seen?.news.advertisers;
  if (advertisers) await prepare(asked, { advertisers, eventId, due: checked.due });
  const { lookAgain, ...kept } = await db.$transaction((tx) => keep(tx, actor, asked, { ...checked, seen, eventId }));
  if (lookAgain) await enqueueSecondLook(asked, lookAgain);
  return kept;
}

/** What is known of the advertisers, and all but the last thousand changes of reach: too much for one transaction. */
async function prepare(
  asked: Asked,
  { advertisers, eventId, due }: { advertisers: KnownAdvertiser[]; eventId: string; due?: Date },
): Promise<void> {
  const holder = { teamId: asked.teamId, connectionId: asked.id };
  const isCurrent = async (tx: Transaction) => (await lockAsked(tx, asked, due)) !== null;
  if (!(await db.$transaction(isCurrent))) return;
  await upsertAdvertisers(db, asked.teamId, advertisers);
  await saveGrantsInParts(
    holder,
    advertisers.map(({ advertiserId }) => advertiserId),
    { leaveLast: true, mayGoOn: isCurrent, tell: (tx, part) => tellReach(tx, holder, part, eventId) },
  );
}

type Seen = Awaited<ReturnType<typeof onlyNews>> | null;

async function keep(tx: Transaction, actor: Actor, asked: Asked, checked: Checked & { seen: Seen; eventId: string }) {
  const { teamId, id, askedAt } = asked;
  const before = await lockAsked(tx, asked, checked.due);
  if (!before) return { settled: true, current: false, lookAgain: null };
  const at = before.now;
  const paused = before.state === 'paused';
  const known = paused ? (before.stateBeforePause ?? 'unverifiable') : before.state;
  const settlement = settleState({ state: known, suspectedAt: before.suspectedAt }, checked.finding, {
    at,
    askedAt,
    ...checked,
  });
  const { mayPass, suspected } = outlookOf(settlement);
  const wait = nextCheckIn({ intervalMinutes: before.checkIntervalMinutes, suspected, mayPass });
  const nextCheckAt = new Date(at.getTime() + wait);
  // First: it locks the advertisers in one order, which the change of a state counts again.
  const reach = checked.seen?.version === before.version ? checked.seen.news : checked.reach;
  if (reach) await saveReach(tx, { teamId, id }, reach, checked.eventId);
  await tx.connection.update({
    where: { teamId_id: { teamId, id } },
    data: {
      ...columnsOf(settlement, { paused, changed: settlement.state !== known, at }),
      lastAskedAt: askedAt,
      nextCheckAt,
    },
    select: { id: true },
  });
  if (settlement.state !== known && !paused) await tellChange(tx, { teamId, id, from: known, settlement, checked });
  await keepCheck(tx, actor, { id, name: before.name, settlement, checked, at });
  return { settled: settlement.settled, current: true, lookAgain: suspected ? { due: nextCheckAt, wait } : null };
}

function outlookOf({ settled, suspectedAt, failure }: Settlement) {
  const mayPass = !settled && failure !== null && tikTokMeaning(failure.key as TikTokKey).retry;
  return { mayPass, suspected: !settled && !mayPass && suspectedAt !== null };
}

/** Not left to the minute's planner, which would come too late for it; should this job be lost, it does come. */
function enqueueSecondLook({ teamId, id }: Asked, { due, wait }: { due: Date; wait: number }): Promise<void> {
  const afterSeconds = Math.ceil((wait - secondLookLeadMs) / 1_000);
  const data = { teamId, connectionId: id, due: due.toISOString(), calls: 2 };
  return enqueue('sweep.check', data, { afterSeconds });
}

/** A paused connection stays paused, and returns to what is now known of it. */
function columnsOf(
  { settled, state, suspectedAt, failure }: Settlement,
  { paused, changed, at }: { paused: boolean; changed: boolean; at: Date },
): Prisma.ConnectionUpdateInput {
  if (!settled) {
    return { lastCheckedAt: at, suspectedAt, lastCheckError: { ...failure, at: at.toISOString() } };
  }
  return {
    lastCheckedAt: at,
    suspectedAt,
    lastCheckError: Prisma.DbNull,
    problem: failure ?? Prisma.DbNull,
    ...(paused ? { stateBeforePause: state } : { state, ...(changed && { stateSince: at }) }),
  };
}

type Change = { teamId: string; id: string; from: ConnectionState; settlement: Settlement; checked: Checked };

async function tellChange(tx: Transaction, { teamId, id, from, settlement, checked }: Change): Promise<void> {
  const { state: to, failure } = settlement;
  await tx.connectionEvent.create({
    data: { teamId, connectionId: id, kind: 'state_changed', data: { from, to, failure, trigger: checked.trigger } },
  });
}

type Kept = { id: string; name: string; settlement: Settlement; checked: Checked; at: Date };

async function keepCheck(tx: Transaction, actor: Actor, { id, name, settlement, checked, at }: Kept): Promise<void> {
  const { code = null, key = null, message = null, requestId = null } = settlement.failure ?? {};
  const { trigger, durationMs } = checked;
  const outcome = { state: settlement.settled ? settlement.state : null, code, key, message, requestId, durationMs };
  await tx.check.create({ data: { teamId: actor.teamId, connectionId: id, trigger, at, ...outcome } });
  if (actor.kind !== 'system') {
    await record(tx, actor, 'connection.checked', { kind: 'connection', id, name }, { data: { trigger, ...outcome } });
  }
}
