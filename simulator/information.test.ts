import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PERMISSIONS_ABOVE_2_53 } from './permissions';
import { openTikTok, type TestTikTok } from './test-client';

let tiktok: TestTikTok;
let token: string;
beforeAll(async () => {
  tiktok = await openTikTok();
  token = await tiktok.token('sato');
});
afterAll(() => tiktok.close());

const credentials = () => ({ app_id: tiktok.app.id, secret: tiktok.app.secret });
const ids = (user: string) => [...tiktok.user(user).advertiserIds];
const info = (of: string, advertiserIds: unknown, fields?: string[]) =>
  tiktok.get('advertiser/info/', of, {
    advertiser_ids: typeof advertiserIds === 'string' ? advertiserIds : JSON.stringify(advertiserIds),
    ...(fields && { fields: JSON.stringify(fields) }),
  });

describe('the header Access-Token', () => {
  test('is what counts; Authorization is not looked at', async () => {
    const address = `${tiktok.url}/open_api/v1.3/user/info/`;
    const bearer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
    expect(bearer.status).toBe(200);
    expect(await bearer.json()).toMatchObject({ code: 40104, message: expect.stringContaining('key Access-Token') });
  });

  test('with a token that was never issued answers 40105', async () => {
    const reply = await tiktok.get('user/info/', '0'.repeat(40));
    expect(reply).toMatchObject({ code: 40105, message: 'Access token is incorrect or has been revoked.' });
  });
});

test('user/info tells who authorized, with a masked e-mail and a core_user_id above 2^53', async () => {
  const { data } = await tiktok.get('user/info/', token);
  expect(data).toMatchObject({ display_name: '佐藤 花子', core_user_id: tiktok.user('sato').id });
  expect(data.email).toContain('***');
  expect(BigInt(data.core_user_id)).toBeGreaterThan(2n ** 53n);
});

describe('oauth2/advertiser/get', () => {
  test('lists what the token reaches, by string id and name', async () => {
    const { data } = await tiktok.get('oauth2/advertiser/get/', token, credentials());
    expect(data.list).toHaveLength(3);
    expect(data.list[0]).toEqual({ advertiser_id: ids('sato')[0], advertiser_name: '青山コスメ 公式' });
  });

  test('has no pages: ten thousand come at once', async () => {
    const all = await tiktok.token('enterprise');
    expect((await tiktok.get('oauth2/advertiser/get/', all, credentials())).data.list).toHaveLength(10_000);
  });

  test('answers 40000 for a token of another app', async () => {
    const { id, secret } = tiktok.otherApp;
    const reply = await tiktok.get('oauth2/advertiser/get/', token, { app_id: id, secret });
    expect(reply).toMatchObject({ code: 40000, message: expect.stringContaining('inconsistent with the token') });
  });

  test('wants app_id and the right secret', async () => {
    expect((await tiktok.get('oauth2/advertiser/get/', token)).code).toBe(40002);
    const wrong = { ...credentials(), secret: 'wrong' };
    expect((await tiktok.get('oauth2/advertiser/get/', token, wrong)).code).toBe(40101);
  });
});

describe('advertiser/info', () => {
  test('describes ad accounts, all fields or those asked for', async () => {
    const [first] = ids('sato');
    const full = await info(token, [first]);
    expect(full.data.list[0]).toMatchObject({ advertiser_id: first, currency: 'JPY', timezone: 'Asia/Tokyo' });
    const brief = await info(token, [first], ['name', 'status']);
    expect(brief.data.list).toEqual([{ name: '青山コスメ 公式', status: 'STATUS_ENABLE' }]);
  });

  test('takes JSON arrays only', async () => {
    expect((await info(token, ids('sato').join(','))).code).toBe(40002);
    expect((await info(token, '"7"')).code).toBe(40002);
  });

  test('takes at most a hundred ids', async () => {
    const all = await tiktok.token('enterprise');
    expect((await info(all, ids('enterprise').slice(0, 100))).data.list).toHaveLength(100);
    expect((await info(all, ids('enterprise').slice(0, 101))).code).toBe(40011);
  });

  test('answers 40001 for an ad account that was not granted or is unknown', async () => {
    expect((await info(token, ids('thompson'))).code).toBe(40001);
    expect((await info(token, ['7000000000000000001'])).message).toContain("doesn't exist");
  });

  test('needs permission 100, which 10 and 1 include; the token is alive all the same', async () => {
    for (const scope of ['100', '10', '1']) {
      const allowed = await tiktok.token('sato', { scopes: [scope] });
      expect((await info(allowed, ids('sato'))).code).toBe(0);
    }
    const without = await tiktok.token('sato', { scopes: ['4'] });
    expect((await info(without, ids('sato'))).code).toBe(40001);
    expect((await tiktok.get('user/info/', without)).code).toBe(0);
  });
});

test('all 25 permission ids above 2^53 go out digit by digit', async () => {
  expect(PERMISSIONS_ABOVE_2_53).toHaveLength(25);
  const { text } = await tiktok.exchange(tiktok.code('sato', { scopes: [...PERMISSIONS_ABOVE_2_53] }));
  expect(text).toContain(`"scope":[${PERMISSIONS_ABOVE_2_53.join(',')}]`);
});

describe('the sandbox', () => {
  test('knows its own tokens only, and no advertiser/get', async () => {
    const made = await tiktok.control('sandbox-token', { appId: tiktok.app.id });
    const sandboxed = (path: string, of: string, query = {}) => tiktok.get(path, of, query, tiktok.sandboxUrl);
    expect((await sandboxed('user/info/', made.accessToken)).code).toBe(0);
    expect((await sandboxed('user/info/', token)).code).toBe(40105);
    expect((await tiktok.get('user/info/', made.accessToken)).code).toBe(40105);
    expect((await sandboxed('oauth2/advertiser/get/', made.accessToken, credentials())).code).toBe(40009);
    expect((await sandboxed('advertiser/info/', made.accessToken)).code).toBe(40008);
  });
});
