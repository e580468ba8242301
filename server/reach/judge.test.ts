import { expect, it } from 'vitest';
import { failure, refusal } from '@/server/tiktok/failure';
import type { Answers } from './ask-reach';
import { judge } from './judge';

const ok = {
  user: { value: { coreUserId: '7', displayName: 'S', maskedEmail: null, createdAt: null, avatarUrl: null } },
  advertisers: { value: [{ advertiserId: '7010666682221854722', name: 'A' }] },
} as const;
const user = (code: number) => ({ error: refusal('user', code, '', {}) });
const list = (code: number, message = '') => ({ error: refusal('advertisers', code, message, {}) });
const info = (message: string) => ({ error: refusal('advertiserInfo', 40001, message, {}) });
const kindOf = (answers: Partial<Answers>, scopes?: string[]) =>
  judge({ ...(ok as unknown as Answers), descriptions: null, ...answers }, scopes).kind;

const notGranted = 'advertiser 7 does not grant you /advertiser/info/:GET permission';

it.each<[string, Partial<Answers>, string]>([
  ['all answered', {}, 'works'],
  ['the sandbox: the person alone answers', { advertisers: null }, 'works'],
  ['the sandbox: the person alone, dead', { user: user(40105), advertisers: null }, 'dead'],
  ['whose it is, is not told', { user: user(40001) }, 'works'],
  ['there is no such endpoint for the person', { user: { error: failure('user', 'not_found_page') } }, 'works'],
  ['the list is not offered', { advertisers: list(40009) }, 'works'],
  ['the list is down', { advertisers: list(50002) }, 'nothing'],
  ['our request for the list is wrong', { advertisers: list(40002) }, 'nothing'],
  ['the list may not be read', { advertisers: list(40001) }, 'degraded'],
  ['the secret is wrong', { advertisers: list(40101) }, 'app_problem'],
  ['the secret is wrong and the token dead', { user: user(40105), advertisers: list(40101) }, 'app_problem'],
  ['dead and silent', { user: user(40105), advertisers: list(50000) }, 'dead'],
  ['dead, but another answers', { user: user(40106) }, 'degraded'],
  ['dead, but another knows it', { user: user(40105), advertisers: list(40001) }, 'unverifiable'],
  ['no ad account', { advertisers: { value: [] } }, 'degraded'],
  ['descriptions down', { descriptions: { error: refusal('advertiserInfo', 50000, '', {}) } }, 'works'],
  ['an ad account is gone', { descriptions: info("advertiser 7 doesn't exist or has been deleted") }, 'degraded'],
  ['nobody there', { user: { error: failure('user', 'not_found_page') }, advertisers: list(40009) }, 'nothing'],
])('%s: %s', (_, answers, kind) => {
  expect(kindOf(answers)).toBe(kind);
});

it('counts the answers that agree on death', () => {
  expect(judge({ user: user(40105), advertisers: list(40105), descriptions: null })).toMatchObject({ answers: 2 });
  expect(judge({ user: user(40105), advertisers: list(50000), descriptions: null })).toMatchObject({ answers: 1 });
});

it('misses no permission that was never granted', () => {
  expect(kindOf({ descriptions: info(notGranted) }, ['4'])).toBe('works');
  expect(kindOf({ descriptions: info(notGranted) }, ['1', '4'])).toBe('degraded');
});
