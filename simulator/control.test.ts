import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTikTok, type TestTikTok } from './test-client';

let tiktok: TestTikTok;
beforeAll(async () => (tiktok = await openTikTok({ apps: [{ id: '7123456789012345678', secret: 'mine' }] })));
beforeEach(() => tiktok.control('reset'));
afterAll(() => tiktok.close());

const state = async () => (await fetch(`${tiktok.url}/_simulator/state`)).json();

describe('authorizing without a browser', () => {
  test('takes the Authorized URL on any host, and the first user with all ad accounts', async () => {
    const url = tiktok.authorizedUrl().replace(tiktok.url, 'https://business-api.tiktok.com');
    const { status, location } = await tiktok.control('authorize', { url });
    expect(status).toBe(200);
    const code = new URL(location).searchParams.get('auth_code')!;
    expect((await tiktok.exchange(code)).data.advertiser_ids).toHaveLength(3);
  });

  test('knows a person by short name, name or core_user_id', async () => {
    for (const user of ['thompson', 'Mia Thompson', tiktok.user('thompson').id]) {
      expect((await tiktok.control('authorize', { url: tiktok.authorizedUrl(), user })).status).toBe(200);
    }
  });

  test('says as JSON what the portal would show as an error page', async () => {
    const attempt = (url: string, more = {}) => tiktok.control('authorize', { url, ...more });
    const elsewhere = tiktok.authorizedUrl('s', tiktok.app, 'http://localhost:3000/callback/');
    expect(await attempt(elsewhere)).toMatchObject({ status: 400, code: 'redirect_mismatch' });
    const unknown = tiktok.authorizedUrl('s', { id: '7', secret: '' });
    expect(await attempt(unknown)).toMatchObject({ status: 400, code: 'unknown_app' });
    expect(await attempt('https://example.com/')).toMatchObject({ status: 400, code: 'invalid_url' });
    const { advertiserIds } = tiktok.user('thompson');
    const foreign = { user: 'sato', advertiserIds };
    expect(await attempt(tiktok.authorizedUrl(), foreign)).toMatchObject({ status: 404, code: 'unknown_advertiser' });
    const nobody = { user: 'nobody' };
    expect(await attempt(tiktok.authorizedUrl(), nobody)).toMatchObject({ status: 404, code: 'unknown_user' });
  });
});

describe('an app given at the start', () => {
  const mine = { id: '7123456789012345678', secret: 'mine' };

  test('takes any redirect URL, and survives a reset', async () => {
    const url = tiktok.authorizedUrl('s', mine, 'https://anywhere.example/cb');
    expect((await tiktok.control('authorize', { url })).location).toMatch(
      /^https:\/\/anywhere\.example\/cb\?auth_code=/,
    );
  });

  test('takes only the registered ones once there are some', async () => {
    await tiktok.control('apps', { id: mine.id, redirectUrls: ['https://one.example/cb'] });
    const url = tiktok.authorizedUrl('s', mine, 'https://anywhere.example/cb');
    expect((await tiktok.control('authorize', { url })).status).toBe(400);
  });
});

test('people with ad accounts can be added', async () => {
  const advertisers = [{ id: '7654321098765432109', name: '新しい広告主' }];
  expect((await tiktok.control('users', { key: 'ito', name: '伊藤', advertisers })).status).toBe(200);
  expect((await tiktok.exchange(tiktok.code('ito'))).data.advertiser_ids).toEqual(['7654321098765432109']);
  expect((await tiktok.control('users', { key: 'ito' })).status).toBe(409);
});

test('the state tells tokens, codes, calls and who spent what', async () => {
  const code = tiktok.code('sato');
  const { data } = await tiktok.exchange(code);
  await tiktok.exchange(code);
  const { tokens, codes, calls, apps } = await state();
  expect(tokens).toMatchObject([{ value: data.access_token, authCode: code, alive: true, advertisers: 3 }]);
  expect(codes).toMatchObject([{ value: code, status: 'used', attempts: 2, exchanges: 1 }]);
  expect(calls).toEqual({ 'oauth2/access_token': 2 });
  expect(JSON.stringify(apps)).not.toContain(tiktok.app.secret);
});

test('a path without its last slash can be redirected or answered, when told', async () => {
  const path = `${tiktok.url}/open_api/v1.3/user/info`;
  await tiktok.control('settings', { trailingSlash: 'redirect' });
  expect((await fetch(path, { redirect: 'manual' })).status).toBe(307);
  await tiktok.control('settings', { trailingSlash: 'lenient' });
  expect(await (await fetch(path)).json()).toMatchObject({ code: 40104 });
});

test('the control page shows the world without secrets', async () => {
  await tiktok.token('agency');
  const page = await (await fetch(`${tiktok.url}/_simulator`)).text();
  expect(page).toContain('ブルーム広告 運用チーム');
  expect(page).toContain('Heal everything');
  expect(page).not.toContain(tiktok.app.secret);
});

test('the access log holds paths, never what follows them', async () => {
  const lines: string[] = [];
  const logged = await openTikTok({ log: (line) => lines.push(line) });
  const { id: app_id, secret } = logged.app;
  await logged.get('oauth2/advertiser/get/', await logged.token('sato'), { app_id, secret });
  await logged.close();
  expect(lines.at(-1)).toMatch(/^GET \/open_api\/v1\.3\/oauth2\/advertiser\/get\/ 200 \d+ ms$/);
  expect(lines.join()).not.toContain(secret);
});

describe('a world made elsewhere', () => {
  const app = { id: '7123456789012345678' };
  const token = {
    value: 'e'.repeat(40),
    appId: app.id,
    user: { id: '7000000000000000019', name: '見本 太郎' },
    advertiserIds: ['7000000000000000001'],
    scopes: ['1'],
  };
  const world = { advertisers: [{ id: '7000000000000000001', name: '見本アカウント' }], tokens: [token] };

  test('answers for its tokens as for those issued here', async () => {
    expect(await tiktok.control('import', world)).toMatchObject({ status: 200, tokens: 1 });
    expect((await tiktok.get('user/info/', token.value)).data.core_user_id).toBe(token.user.id);
    const list = await tiktok.get('oauth2/advertiser/get/', token.value, { app_id: app.id, secret: 'mine' });
    expect(list.data.list).toEqual([{ advertiser_id: '7000000000000000001', advertiser_name: '見本アカウント' }]);
  });

  test('knows dead tokens as dead, and none of an app that is not there', async () => {
    await tiktok.control('import', { ...world, tokens: [{ ...token, alive: false }] });
    expect((await tiktok.get('user/info/', token.value)).code).toBe(40105);
    const lost = { tokens: [{ ...token, appId: '7' }] };
    expect(await tiktok.control('import', lost)).toMatchObject({ status: 404, code: 'unknown_app' });
  });
});
