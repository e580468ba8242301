import 'server-only';
import type { TikTokKey } from '@/contract/tiktok-codes';
import { hasScope } from '@/contract/scope-tree';
import type { TikTokFailure } from '@/contract/shapes';
import { describeFailure, plainFailure } from '@/server/tiktok/describe-failure';
import type { TikTokError } from '@/server/tiktok/tiktok-error';
import type { Answers } from './ask-reach';

type Because = { failure: TikTokFailure; cause: TikTokError };

/** What the answers about one token amount to. */
export type Finding =
  | { kind: 'works' }
  | { kind: 'degraded'; failure: TikTokFailure }
  /** All answers say so; `answers` counts them. */
  | ({ kind: 'dead'; answers: number } & Because)
  /** `unverifiable`: it lives, but may ask for nothing that would show that it works. `nothing`: nobody can tell. */
  | ({ kind: 'app_problem' | 'unverifiable' | 'nothing' } & Because);

type Standing = 'alive' | 'dead' | 'app' | 'denied' | 'absent' | 'silent';

/** Permission to read ad accounts: without it, being refused to describe them is as it should be. */
const readAdvertisers = '100';
const notOffered: readonly TikTokKey[] = ['not_offered', 'sandbox_unsupported', 'not_found_page'];

/**
 * An app problem explains all else, and silence settles nothing. Dead is a token of which nobody says otherwise; alive
 * one that somebody answered for, degraded where less was answered than was granted.
 */
export function judge(answers: Answers, scopes: readonly string[] = []): Finding {
  const { user, advertisers } = answers;
  const standings = (advertisers ? [user, advertisers] : [user]).map(({ error }) => ({ error, as: standingOf(error) }));
  const has = (standing: Standing) => standings.some(({ as }) => as === standing);
  const first = (standing: Standing) => standings.find(({ as }) => as === standing)?.error;
  const app = first('app');
  const dead = first('dead');
  const silent = first('silent');

  if (app) return { kind: 'app_problem', ...because(app) };
  if (dead && !has('alive') && !has('denied')) {
    return { kind: 'dead', answers: standings.filter(({ as }) => as === 'dead').length, ...because(dead) };
  }
  if (silent) return { kind: 'nothing', ...because(silent) };
  if (has('alive')) return degradedBy(answers, scopes) ?? { kind: 'works' };
  const denied = first('denied');
  return denied ? { kind: 'unverifiable', ...because(denied) } : { kind: 'nothing', ...because(first('absent')!) };
}

/** What keeps a living token from all that was granted to it. */
function degradedBy({ user, advertisers, descriptions }: Answers, scopes: readonly string[]): Finding | undefined {
  const contradicted = [user, advertisers].find(
    (answer) => answer?.error && standingOf(answer.error) === 'dead',
  )?.error;
  const refused = [advertisers, descriptions].find(
    (answer) => answer?.error && standingOf(answer.error) === 'denied',
  )?.error;
  const missing = refused?.data.classification.key === 'permission_missing';
  const neverGranted = missing && refused === descriptions?.error && !hasScope(scopes, readAdvertisers);
  if (contradicted) return { kind: 'degraded', ...because(contradicted) };
  if (refused && !neverGranted) return { kind: 'degraded', ...because(refused) };
  if (advertisers?.value?.length === 0) return { kind: 'degraded', failure: plainFailure('no_advertisers') };
}

function because(cause: TikTokError): Because {
  return { failure: describeFailure(cause), cause };
}

function standingOf(error: TikTokError | undefined): Standing {
  if (!error) return 'alive';
  const { state } = error.data.classification;
  if (state === 'auth_broken') return 'dead';
  if (state === 'app_problem') return 'app';
  if (state === 'degraded') return 'denied';
  return isAbsent(error) ? 'absent' : 'silent';
}

/** An endpoint that is not there says nothing of the token; and whose it is can be done without. */
function isAbsent({ data: { classification, tiktok } }: TikTokError): boolean {
  return notOffered.includes(classification.key) || (tiktok.endpoint === 'user' && !classification.retry);
}
