import fc from 'fast-check';
import { expect, it } from 'vitest';
import { classifyTikTok } from '@/contract/tiktok-codes';
import { judge, type Finding } from '@/server/reach/judge';
import type { Answers } from '@/server/reach/ask-reach';
import { refusal } from '@/server/tiktok/failure';
import { settleState, type Standing } from './settle-state';

const user = { coreUserId: '7', displayName: 'Sato', maskedEmail: null, createdAt: null, avatarUrl: null };
const alive: Answers = {
  user: { value: user },
  advertisers: { value: [{ advertiserId: '7010666682221854722', name: null }] },
  descriptions: null,
};
const refused = (code: number, message = ''): Answers => ({
  user: { error: refusal('user', code, message, {}) },
  advertisers: { error: refusal('advertisers', code, message, {}) },
  descriptions: null,
});
const healthy: Standing = { state: 'healthy', suspectedAt: null };
const minutes = (count: number) => new Date(Date.UTC(2026, 0, 1, 0, count));
const states = ['healthy', 'degraded', 'auth_broken', 'app_problem', 'unverifiable'] as const;

const transient = [50000, 50002, 51010, 51305, 52001, 60001, 61000, 40016, 40100, 40132, 40133, 40201, 40202];
const ours = [40002, 40104, 40050];
const dead = [40102, 40103, 40105, 40106, 40107];
const appProblems = [40006, 40010, 40013, 40051, 40101, 40113, 40116, 40119, 40124, 41000];
const noPermission = [40001, 40118, 40125, 40130, 40300, 40301];

function settle(answers: Answers, before = healthy, options: Partial<Parameters<typeof settleState>[2]> = {}) {
  return settleState(before, judge(answers), { at: minutes(0), ...options });
}

it.each([...transient, ...ours])('%i from both settles nothing', (code) => {
  expect(settle(refused(code))).toMatchObject({ settled: false, state: 'healthy', failure: { code } });
});

it.each(dead)('%i is believed when it was answered twice, a minute apart', (code) => {
  const first = settle(refused(code));
  expect(first).toMatchObject({ settled: false, state: 'healthy', suspectedAt: minutes(0), failure: { code } });
  expect(settle(refused(code), first, { at: new Date(minutes(1).getTime() - 1) }).state).toBe('healthy');
  expect(settle(refused(code), first, { at: minutes(1) })).toMatchObject({ settled: true, state: 'auth_broken' });
});

it.each(dead)('%i is believed at once when a person had it confirmed', (code) => {
  expect(settle(refused(code), healthy, { confirmed: true })).toMatchObject({
    settled: true,
    state: 'auth_broken',
    suspectedAt: null,
    failure: { code },
  });
});

it.each(appProblems)('%i is a problem of the app', (code) => {
  expect(settle(refused(code))).toMatchObject({ settled: true, state: 'app_problem', failure: { code } });
});

it('40000 with the words of a mismatch is a problem of the app, without them ours', () => {
  const words = "The app_id is inconsistent with the token's app information. Please retry after correcting it.";
  expect(settle(refused(40000, words)).state).toBe('app_problem');
  expect(settle(refused(40000, 'page_size is wrong'))).toMatchObject({ settled: false, state: 'healthy' });
});

it.each(noPermission)('%i: degraded while something else answers, unverifiable while nothing does', (code) => {
  const partly = { ...refused(code), user: alive.user };
  expect(settle(partly)).toMatchObject({ settled: true, state: 'degraded', failure: { code } });
  expect(settle(refused(code))).toMatchObject({ settled: true, state: 'unverifiable', failure: { code } });
});

it('recovers from every state, and forgets the error', () => {
  for (const state of states) {
    const before = { state, suspectedAt: minutes(0) };
    expect(settle(alive, before, { at: minutes(9) })).toEqual({
      settled: true,
      state: 'healthy',
      suspectedAt: null,
      failure: null,
    });
  }
});

it('never changes a state while TikTok is in trouble, for however long', () => {
  const trouble = fc.array(fc.constantFrom(...transient), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.constantFrom(...states), trouble, fc.boolean(), (state, codes, confirmed) => {
      let standing: Standing = { state, suspectedAt: null };
      codes.forEach((code, minute) => {
        expect(classifyTikTok({ code }).retry).toBe(true);
        standing = settle(refused(code), standing, { at: minutes(minute), confirmed });
        expect(standing.state).toBe(state);
      });
    }),
  );
});

it('calls nothing broken that was not found dead twice with nothing alive between', () => {
  const kinds = fc.constantFrom<Finding['kind']>('works', 'dead', 'nothing', 'degraded', 'app_problem');
  const findingOf = (kind: Finding['kind']): Finding => {
    if (kind === 'works') return { kind };
    const cause = refusal('user', kind === 'dead' ? 40105 : 50000, '', {});
    const failure = { key: 'token_rejected', code: 40105, message: null, requestId: null };
    return kind === 'dead' ? { kind, answers: 2, failure, cause } : { kind, failure, cause };
  };
  const steps = fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 120 })), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (given) => {
      let standing: Standing = healthy;
      let second = 0;
      let firstDead: number | null = null;
      for (const [kind, pause] of given) {
        second += pause;
        if (kind !== 'dead' && kind !== 'nothing') firstDead = null;
        const wasBroken = standing.state === 'auth_broken';
        standing = settleState(standing, findingOf(kind), { at: new Date(second * 1_000) });
        if (standing.state === 'auth_broken' && !wasBroken) {
          expect(firstDead).not.toBeNull();
          expect(second - firstDead!).toBeGreaterThanOrEqual(60);
        }
        if (kind === 'dead') firstDead ??= second;
      }
    }),
  );
});
