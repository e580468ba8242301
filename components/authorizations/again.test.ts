import { describe, expect, it } from 'vitest';
import { again, validMinutes } from './again';
import { kindOf } from './comparing/kind-of';
import { chooseApp, chooseRedirectUrl } from './connect/choose';
import { durationOf } from './connect/durations';
import { pollEvery } from './poll-every';

const ended = {
  app: { id: 'app', name: 'App', appId: '1', environment: 'production' as const },
  redirectUrl: 'http://192.168.101.1/callback',
  connectionId: null as string | null,
  reauthorizes: false,
  status: 'expired' as const,
  createdAt: '2026-11-22T10:00:00.000Z',
  expiresAt: '2026-11-29T10:00:00.000Z',
};

describe('starting again', () => {
  it('keeps app, redirect URL and the connection that it renews', () => {
    const first = { appId: 'app', redirectUrl: ended.redirectUrl };
    expect(again(ended)).toEqual(first);
    expect(again({ ...ended, connectionId: 'c', reauthorizes: true })).toEqual({ ...first, connectionId: 'c' });
  });

  it('renews the connection that reaches nothing, instead of making another', () => {
    expect(again({ ...ended, connectionId: 'c', status: 'no_advertisers' })).toHaveProperty('connectionId', 'c');
  });

  it('is good for as long as before, within bounds', () => {
    expect(validMinutes(ended)).toBe(7 * 24 * 60);
    expect(validMinutes({ ...ended, expiresAt: '2026-11-22T10:01:00.000Z' })).toBe(15);
  });
});

describe('choosing', () => {
  const app = (id: string, appId: string | null) => ({ id, appId, secretHint: 'abc…def' }) as never;
  const urls = {
    redirectUrls: [
      { url: 'http://192.168.101.1/callback', arrival: 'paste' as const },
      { url: 'https://here.example/callback', arrival: 'reachable' as const },
    ],
  };

  it('takes the app that is wanted, or the only one that is ready', () => {
    expect(chooseApp([app('a', '1'), app('b', '2')], 'b')).toHaveProperty('id', 'b');
    expect(chooseApp([app('a', null), app('b', '2')], 'a')).toHaveProperty('id', 'b');
    expect(chooseApp([app('a', '1'), app('b', '2')], null)).toBeNull();
  });

  it('prefers the redirect URL that comes back by itself', () => {
    expect(chooseRedirectUrl(urls, null)).toBe('https://here.example/callback');
    expect(chooseRedirectUrl(urls, 'http://192.168.101.1/callback')).toBe('http://192.168.101.1/callback');
    expect(chooseRedirectUrl({ redirectUrls: [] }, null)).toBeNull();
  });
});

it.each([
  [15, 'minutes', 15],
  [480, 'hours', 8],
  [129_600, 'days', 90],
])('%d minutes are so many %s', (minutes, unit, count) => {
  expect(durationOf(minutes)).toEqual({ unit, count });
});

it.each([
  ['same', true, 'same'],
  ['different', false, 'different'],
  ['unknown', true, 'unknown'],
  ['unknown', false, 'unrelated'],
] as const)('an identity that is %s, replaceable %s, reads as %s', (identity, canReplace, kind) => {
  expect(kindOf({ identity, canReplace })).toBe(kind);
});

it('asks again only while something moves by itself', () => {
  expect(pollEvery({ status: 'claimed', comparison: null })).toBeTypeOf('number');
  expect(pollEvery({ status: 'comparing', comparison: null })).toBeTypeOf('number');
  expect(pollEvery({ status: 'comparing', comparison: {} as never })).toBe(false);
  expect(pollEvery({ status: 'connected', comparison: null })).toBe(false);
});
