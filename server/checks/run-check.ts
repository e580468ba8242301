import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { slowDown } from '@/server/budget/slow-down';
import { settleTurns, turnsAtOnce, type Turns } from '@/server/budget/turns';
import type { OpenApp } from '@/server/credentials/open-app';
import { tellHost } from '@/server/outages/breaker';
import { outageOf } from '@/server/outages/outage-of';
import { askAgain, askReach, type Answers } from '@/server/reach/ask-reach';
import { judge, type Finding } from '@/server/reach/judge';
import { reachOf } from '@/server/reach/read-reach';
import { saveRemainingGrants } from '@/server/reach/save-remaining-grants';
import { plainFailure } from '@/server/tiktok/describe-failure';
import { askForDescriptions } from './describe-connection';
import { openConnection } from './open-connection';
import { saveCheck } from './save-check';

type Trigger = 'person' | 'sweep' | 'authorization' | 'pipeline';

/** A person waits at most this long for TikTok; the rest of five seconds is ours. */
const patienceMs = 4_500;

type Asked = { id: string; trigger: Trigger; turns?: Turns; due?: Date };

/**
 * Verifies a connection against TikTok and keeps what came of it: state, whose it is, what it reaches. Nobody but a
 * sweep waits for turns; what the others send is counted. `due`: it was planned for then, and is kept only if no other
 * check came between.
 * @returns false where TikTok could not settle anything, which is no fault of the token.
 * @throws AppError not_found; precondition_failed for a revoked connection or an incomplete app.
 */
export async function runCheck(actor: Actor, { id, trigger, turns = turnsAtOnce(), due }: Asked): Promise<boolean> {
  const connection = await openConnection(actor, id);
  const { app, accessToken } = connection;
  if (app === null || accessToken === null) return keepTampered(actor, connection, { trigger, turns, due });
  if (!connection.inspectedAt) await saveRemainingGrants({ teamId: actor.teamId, connectionId: id });
  const startedAt = Date.now();
  const left = () => Math.max(250, patienceMs - (Date.now() - startedAt));
  const answers = await askReach(app, accessToken, { turns, ...(trigger === 'person' && { withinMs: patienceMs }) });
  const finding = judge(answers, connection.scopes);
  const confirmed =
    trigger === 'person' &&
    finding.kind === 'dead' &&
    (await isDeadTwice(finding, () => askAgain(app, accessToken, { turns, withinMs: left() })));
  await tellTikTok(app, answers, { by: id, since: connection.askedAt });

  const { settled, current } = await saveCheck(actor, connection, {
    trigger,
    finding,
    confirmed,
    reach: ['works', 'degraded', 'unverifiable'].includes(finding.kind) ? reachOf(answers) : null,
    durationMs: Date.now() - startedAt,
    due,
  });
  await settleTurns(app, turns);
  if (settled && current && finding.kind === 'works') {
    await askForDescriptions({ teamId: actor.teamId, connectionId: id }, answers, { often: trigger !== 'sweep' });
  }
  return settled;
}

/** Nothing is asked of TikTok. A secret that is entered again opens, and so does the token of a new authorization. */
async function keepTampered(
  actor: Actor,
  connection: Awaited<ReturnType<typeof openConnection>>,
  { trigger, turns, due }: Required<Pick<Asked, 'trigger' | 'turns'>> & Pick<Asked, 'due'>,
): Promise<boolean> {
  const altered = connection.app === null ? 'secret_tampered' : 'tampered';
  const finding = { kind: 'tampered', failure: plainFailure(altered) } as const;
  const checked = { trigger, finding, confirmed: true, reach: null, durationMs: 0, due };
  const { settled } = await saveCheck(actor, connection, checked);
  if (connection.app) await settleTurns(connection.app, turns);
  return settled;
}

async function isDeadTwice({ answers }: Finding & { kind: 'dead' }, ask: () => ReturnType<typeof askAgain>) {
  return answers > 1 || (await ask()).error?.data.classification.state === 'auth_broken';
}

/** What the answers say about TikTok itself: whether it answers at all, and whether it is asked too often. */
async function tellTikTok(app: OpenApp, answers: Answers, whose: { by: string; since: Date }): Promise<void> {
  const { user, advertisers, descriptions } = answers;
  const given = [user, advertisers, descriptions].filter((answer) => answer !== null);
  await tellHost(app.environment, outageOf(given), whose);
  const tooMany = given.find(({ error }) => error?.data.classification.key === 'rate_app')?.error;
  if (tooMany) await slowDown(app, tooMany.data.tiktok.message);
}
