import { expect, test } from 'vitest';
import { appChanges, appFields, appFilter, redirectUrl } from './apps';
import { connectionFilter } from './connection-filter';

test.each([
  'https://grants.example.com/callback',
  'http://localhost:8080',
  'http://192.168.101.1/callback',
  'https://example.com/callback?via=tiktok',
  'https://example.com/a@b',
])('%s can be a redirect URL, and stays as it is', (url) => {
  expect(redirectUrl.parse(url)).toBe(url);
});

test.each([
  ['callback', 'not_an_address'],
  ['ftp://example.com/', 'not_an_address'],
  ['javascript:alert(1)', 'not_an_address'],
  ['https://example.com/#here', 'no_fragment'],
  ['https://example.com/a b', 'no_spaces'],
  ['https://example.com/\0', 'no_spaces'],
  ['https://example.com/\ud800', 'no_spaces'],
  ['https://user:word@example.com/', 'no_credentials'],
  ['HTTPS://user@example.com/', 'no_credentials'],
  [`https://example.com/${'a'.repeat(90)}`, 'too_long'],
])('%s cannot: %s', (url, why) => {
  expect(redirectUrl.safeParse(url).error?.issues[0]?.message).toBe(why);
});

test('an app has at most ten redirect URLs, none twice', () => {
  const urls = Array.from({ length: 11 }, (_, index) => `https://example.com/${index}`);
  expect(appFields.safeParse({ name: 'App', redirectUrls: urls.slice(1) }).success).toBe(true);
  expect(appFields.safeParse({ name: 'App', redirectUrls: urls }).success).toBe(false);
  expect(appFields.safeParse({ name: 'App', redirectUrls: ['http://a.test/', 'http://a.test/'] }).success).toBe(false);
});

test.each([{ teamId: 'x' }, { secretSealed: 'x' }, { connectionCount: 0 }])('nobody can write %j', (extra) => {
  expect(appFields.safeParse({ name: 'App', ...extra }).success).toBe(false);
  expect(appChanges.safeParse(extra).success).toBe(false);
});

test.each(['a\0b', '\ud800', 'a\udc00'])('%j is no text that can be kept', (text) => {
  expect(appFields.safeParse({ name: text }).success).toBe(false);
  expect(appFields.safeParse({ name: 'App', notes: text }).success).toBe(false);
  expect(appChanges.safeParse({ notes: text }).success).toBe(false);
  expect(appFilter.safeParse({ q: text }).success).toBe(false);
  expect(connectionFilter.safeParse({ q: text }).success).toBe(false);
});

test('a change leaves absent what is absent', () => {
  expect(appChanges.parse({ name: 'App' })).toEqual({ name: 'App' });
});
