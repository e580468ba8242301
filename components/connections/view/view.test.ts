import { describe, expect, it } from 'vitest';
import { checkVerdict } from './check-verdict';
import { supportReport } from './support-report';
import { wayOut } from './way-out';

const failure = { key: 'tiktok_trouble', code: 50002, message: 'internal', requestId: '2026112312000001' };
const lastCheckError = { ...failure, at: '2026-11-23T12:00:00Z' };

describe('what a check came to', () => {
  it.each([
    ['healthy', { state: 'healthy', lastCheckError: null }, 'works'],
    ['auth_broken', { state: 'healthy', lastCheckError: null }, 'recovered'],
    ['healthy', { state: 'auth_broken', lastCheckError: null }, 'changed'],
    ['degraded', { state: 'degraded', lastCheckError: null }, 'unchanged'],
    ['healthy', { state: 'healthy', lastCheckError }, 'unsettled'],
  ] as const)('%s, then %o: %s', (state, after, verdict) => {
    expect(checkVerdict({ state }, after)).toBe(verdict);
  });
});

describe('the way out', () => {
  it.each([
    ['auth_broken', 'token_rejected', 'reauthorize'],
    ['revoked', null, 'reauthorize'],
    ['paused', null, 'resume'],
    ['app_problem', 'app_blocked', 'app'],
    ['degraded', 'permission_missing', 'reauthorize'],
    ['degraded', 'app_lacks_permission', 'app'],
    ['unverifiable', 'a_key_of_a_newer_version', null],
    ['unverifiable', null, null],
    ['healthy', null, null],
  ] as const)('of %s by %s is %s', (state, key, way) => {
    expect(wayOut({ state, problem: key && { ...failure, key } })).toBe(way);
  });
});

it('reports to TikTok what there is to report', () => {
  expect(supportReport(failure, { appId: '7001', at: lastCheckError.at })).toBe(
    'app_id: 7001\ncode: 50002\nmessage: internal\nrequest_id: 2026112312000001\ntime: 2026-11-23T12:00:00Z',
  );
  expect(
    supportReport({ key: 'timeout', code: null, message: null, requestId: null }, { appId: null, at: 'now' }),
  ).toBe('time: now');
});
