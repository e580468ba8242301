import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { reserveCalls } from '@/server/budget/reserve-calls';
import { slowDown } from '@/server/budget/slow-down';
import { settleTurns, turnsFrom } from '@/server/budget/turns';
import { enqueue } from '@/server/jobs/enqueue';
import type { Answers } from '@/server/reach/ask-reach';
import { describeAdvertisers, describedPerCall } from '@/server/reach/describe-advertisers';
import { undescribed } from '@/server/reach/undescribed';
import { openConnection } from './open-connection';

const dayMs = 86_400_000;
/** A job takes no more calls than this, so that it ends long before it expires. */
const mostCalls = 50;
/** Longer than this it does not sit and wait. */
const momentMs = 3_000;

type Holder = { teamId: string; connectionId: string };

/** A check describes the first hundred advertisers itself. The others are described by a job, sweeps ask for it once a day. */
export async function askForDescriptions(
  { teamId, connectionId }: Holder,
  { advertisers }: Answers,
  { often }: { often: boolean },
): Promise<void> {
  if ((advertisers?.value?.length ?? 0) <= describedPerCall) return;
  const daily = { everySeconds: 86_400 };
  await enqueue('connection.describe', { teamId, connectionId }, often ? {} : daily);
}

/**
 * Describes what a connection reaches and nobody has described since yesterday, within its app's budget. `reserved`: so
 * many calls are this job's already, from now on. What it leaves is another job's.
 */
export async function describeConnection(
  actor: Actor,
  { id, reserved }: { id: string; reserved?: number },
): Promise<void> {
  const { teamId } = actor;
  const { app, accessToken } = await openConnection(actor, id);
  // Its next check says so.
  if (app === null || accessToken === null) return;
  const stale = await undescribed({ teamId, connectionId: id }, new Date(Date.now() - dayMs));
  const calls = Math.min(mostCalls, Math.ceil(stale.length / describedPerCall));
  if (calls === 0) return;
  const wait = reserved ? 0 : await reserveCalls(app, calls);
  if (wait > momentMs) {
    const afterSeconds = Math.ceil(wait / 1_000);
    return enqueue('connection.describe', { teamId, connectionId: id, reserved: calls }, { afterSeconds });
  }
  const turns = turnsFrom(Date.now() + wait, app, reserved ?? calls);
  const error = await describeAdvertisers(
    app,
    { teamId, accessToken },
    stale.slice(0, calls * describedPerCall),
    turns,
  );
  await settleTurns(app, turns);
  if (error?.data.classification.key === 'rate_app') await slowDown(app, error.data.tiktok.message);
  if (!error && stale.length > calls * describedPerCall) {
    await enqueue('connection.describe', { teamId, connectionId: id });
  }
}
