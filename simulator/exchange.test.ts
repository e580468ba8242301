import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTikTok, type TestTikTok } from './test-client';

let tiktok: TestTikTok;
beforeAll(async () => (tiktok = await openTikTok()));
afterAll(() => tiktok.close());

describe('an auth_code', () => {
  test('comes back twice in the callback, before the state, as 40 lowercase hex characters', () => {
    const location = tiktok.location('sato', { state: 'abc' });
    expect(location).toMatch(/^http:\/\/localhost:3000\/callback\?auth_code=([0-9a-f]{40})&code=\1&state=abc$/);
  });

  test('buys a token with its advertisers as strings and its scopes as numbers', async () => {
    const { text, data } = await tiktok.exchange(tiktok.code('sato'));
    expect(data.access_token).toMatch(/^[0-9a-f]{40}$/);
    expect(data.advertiser_ids).toEqual(tiktok.user('sato').advertiserIds);
    expect(data).not.toHaveProperty('refresh_token');
    expect(text).toMatch(/"scope":\[[\d,]+\]/);
    expect(text).toContain('7224195155857866754');
  });

  test('sends advertiser ids as bare numbers in v1.2', async () => {
    const { text } = await tiktok.exchange(tiktok.code('sato'), { version: 'v1.2' });
    expect(text).toContain(`"advertiser_ids":[${tiktok.user('sato').advertiserIds.join(',')}]`);
  });

  test('works once', async () => {
    const code = tiktok.code('sato');
    await tiktok.exchange(code);
    const again = await tiktok.exchange(code);
    expect(again).toMatchObject({
      status: 200,
      code: 40110,
      message: 'Auth_code is used，please re-authorize.',
      data: {},
    });
    expect(tiktok.world.codes.get(code)).toMatchObject({ attempts: 2, exchanges: 1 });
  });

  test('works once however many ask at the same time', async () => {
    const code = tiktok.code('sato');
    const replies = await Promise.all(Array.from({ length: 50 }, () => tiktok.exchange(code)));
    expect(replies.filter((reply) => reply.code === 0)).toHaveLength(1);
    expect(replies.filter((reply) => reply.code === 40110)).toHaveLength(49);
  });

  test('lives an hour', async () => {
    const code = tiktok.code('sato');
    await tiktok.control('clock', { advanceSeconds: 3601 });
    expect(await tiktok.exchange(code)).toMatchObject({ code: 40110, message: expect.stringContaining('canceled') });
  });

  test('is spent neither by a wrong secret nor by another app', async () => {
    const code = tiktok.code('sato');
    expect((await tiktok.exchange(code, { secret: '0'.repeat(40) })).code).toBe(40101);
    const other = await tiktok.exchange(code, { app: tiktok.otherApp });
    expect(other).toMatchObject({ code: 40101, message: expect.stringContaining('Invalid auth_code') });
    expect((await tiktok.exchange(code)).code).toBe(0);
  });

  test('yields no advertisers when none was ticked', async () => {
    expect((await tiktok.exchange(tiktok.code('newcomer'))).data.advertiser_ids).toEqual([]);
    expect((await tiktok.exchange(tiktok.code('sato', { advertiserIds: [] }))).data.advertiser_ids).toEqual([]);
  });

  test('covers ten thousand advertisers, and leaves them out when asked to', async () => {
    expect((await tiktok.exchange(tiktok.code('enterprise'))).data.advertiser_ids).toHaveLength(10_000);
    const brief = await tiktok.exchange(tiktok.code('enterprise'), { return_advertiser_ids: false });
    expect(brief.data).not.toHaveProperty('advertiser_ids');
  });
});

describe('the exchange', () => {
  test('names what is missing', async () => {
    const reply = await tiktok.post('oauth2/access_token/', { app_id: tiktok.app.id });
    expect(reply).toMatchObject({ status: 200, code: 40002, message: 'Missing required field(s): secret, auth_code' });
  });

  test('wants strings in v1.3', async () => {
    const reply = await tiktok.post('oauth2/access_token/', { app_id: 7, secret: 's', auth_code: 'c' });
    expect(reply.code).toBe(40002);
  });

  test('knows neither unknown nor blocked apps', async () => {
    expect((await tiktok.exchange('0', { app: { id: '7000000000000000001', secret: 's' } })).code).toBe(40113);
    await tiktok.control('apps', { id: tiktok.otherApp.id, status: 'blocked' });
    expect((await tiktok.exchange('0', { app: tiktok.otherApp })).code).toBe(40113);
    await tiktok.control('apps', { id: tiktok.otherApp.id, status: 'developer_rejected' });
    expect((await tiktok.exchange('0', { app: tiktok.otherApp })).code).toBe(40124);
    await tiktok.control('apps', { id: tiktok.otherApp.id, status: 'approved' });
  });

  test('is a 404 text without its last slash, with another method and in other versions', async () => {
    for (const [method, path] of [
      ['POST', 'v1.3/oauth2/access_token'],
      ['GET', 'v1.3/oauth2/access_token/'],
      ['POST', 'v1.1/oauth2/access_token/'],
    ] as const) {
      const response = await fetch(`${tiktok.url}/open_api/${path}`, { method });
      expect([response.status, await response.text()]).toEqual([404, '404 page not found']);
    }
  });

  test('carries a request_id of the second and 20 hex characters, also in X-TT-LOGID', async () => {
    const { request_id, headers } = await tiktok.exchange('0');
    expect(request_id).toMatch(/^20\d{12}[0-9A-F]{20}$/);
    expect(headers.get('x-tt-logid')).toBe(request_id);
  });

  test('can give the old token again, or end it, when told to', async () => {
    const first = await tiktok.token('thompson');
    await tiktok.control('settings', { reuseTokens: true });
    expect(await tiktok.token('thompson')).toBe(first);
    await tiktok.control('settings', { reuseTokens: false, invalidateOld: true });
    const second = await tiktok.token('thompson');
    expect(second).not.toBe(first);
    expect((await tiktok.get('user/info/', first)).code).toBe(40105);
    await tiktok.control('settings', { invalidateOld: false });
    await tiktok.token('thompson');
    expect((await tiktok.get('user/info/', second)).code).toBe(0);
  });
});
