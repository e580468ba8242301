import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTikTok, type TestTikTok } from './test-client';

let tiktok: TestTikTok;
let token: string;
beforeAll(async () => (tiktok = await openTikTok()));
beforeEach(async () => {
  await tiktok.control('reset');
  token = await tiktok.token('sato');
});
afterAll(() => tiktok.close());

const revoke = (access_token: string, of = tiktok.app) =>
  tiktok.post('oauth2/revoke_token/', { app_id: of.id, secret: of.secret, access_token });
const codeOf = async (of: string) => (await tiktok.get('user/info/', of)).code;

describe('revoking through the API', () => {
  test('ends the token, names what it no longer reaches, and needs no header', async () => {
    const reply = await revoke(token);
    const { advertiserIds } = tiktok.user('sato');
    expect(reply).toMatchObject({ code: 0, data: { app_id: tiktok.app.id, advertiser_ids: advertiserIds } });
    expect(await codeOf(token)).toBe(40105);
  });

  test('takes the header as well', async () => {
    const body = { app_id: tiktok.app.id, secret: tiktok.app.secret, access_token: token };
    const response = await fetch(`${tiktok.url}/open_api/v1.3/oauth2/revoke_token/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Access-Token': token },
      body: JSON.stringify(body),
    });
    expect(await response.json()).toMatchObject({ code: 0 });
  });

  test('answers 40105 for a dead token, with HTTP 200', async () => {
    await revoke(token);
    expect(await revoke(token)).toMatchObject({ status: 200, code: 40105 });
  });

  test('is for the app the token belongs to', async () => {
    expect((await revoke(token, tiktok.otherApp)).code).toBe(40000);
    expect(await codeOf(token)).toBe(0);
  });

  test('leaves other tokens of the same user alone', async () => {
    const other = await tiktok.token('sato');
    await revoke(token);
    expect(await codeOf(other)).toBe(0);
  });
});

describe('an advertiser', () => {
  test('who withdraws ends every token, and codes not yet exchanged', async () => {
    const code = tiktok.code('sato');
    expect(await tiktok.control('revoke', { user: 'sato' })).toMatchObject({ status: 200, revoked: 1 });
    expect(await codeOf(token)).toBe(40105);
    expect(await tiktok.exchange(code)).toMatchObject({ code: 40110, message: expect.stringContaining('canceled') });
  });

  test('who loses an ad account takes it out of living tokens and later grants', async () => {
    const [lost] = tiktok.user('sato').advertiserIds;
    await tiktok.control('narrow', { user: 'sato', removeAdvertiserIds: [lost] });
    const { id: app_id, secret } = tiktok.app;
    const { data } = await tiktok.get('oauth2/advertiser/get/', token, { app_id, secret });
    expect(data.list).toHaveLength(2);
    const [granted] = data.list;
    const query = { advertiser_ids: JSON.stringify([granted.advertiser_id, lost]) };
    expect((await tiktok.get('advertiser/info/', token, query)).code).toBe(40001);
    expect((await tiktok.exchange(tiktok.code('sato'))).data.advertiser_ids).not.toContain(lost);
  });

  test('who takes back a permission leaves the rest of its group', async () => {
    await tiktok.control('narrow', { token, removeScopes: ['44'] });
    const { scopes } = tiktok.world.tokens.get(token)!;
    expect(scopes).toEqual(expect.arrayContaining(['10', '40', '41', '42', '43']));
    expect(scopes).not.toContain('4');
    expect(scopes).not.toContain('44');
  });
});
