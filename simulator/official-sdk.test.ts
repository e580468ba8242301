import {
  AccountManagementApi,
  ApiClient,
  AuthenticationApi,
  InlineResponse200,
  Oauth2AccessTokenBody,
} from 'tiktok-business-api-sdk-official';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTikTok, type TestTikTok } from './test-client';

let tiktok: TestTikTok;
let client: ApiClient;
beforeAll(async () => {
  tiktok = await openTikTok();
  client = new ApiClient();
  client.basePath = tiktok.url;
});
afterAll(() => tiktok.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the SDK promises nothing about data
type Answer = { data: any; request_id: string };

const answerOf = (call: (callback: (error: Error | null, answer: Answer) => void) => unknown) =>
  new Promise<Answer>((resolve, reject) => call((error, answer) => (error ? reject(error) : resolve(answer))));

const exchange = (code: string, secret = tiktok.app.secret) =>
  answerOf((done) =>
    new AuthenticationApi(client).oauth2AccessToken(
      { body: new Oauth2AccessTokenBody(tiktok.app.id, code, secret) },
      done,
    ),
  );

describe("TikTok's own JavaScript SDK", () => {
  test('exchanges a code', async () => {
    const { data, request_id } = await exchange(tiktok.code('agency'));
    expect(data.access_token).toMatch(/^[0-9a-f]{40}$/);
    expect(data.advertiser_ids).toEqual(tiktok.user('agency').advertiserIds);
    expect(data.scope).toContain(10);
    expect(request_id).toMatch(/^\d{14}[0-9A-F]{20}$/);
  });

  test('corrupts permission ids above 2^53, for they arrive as numbers', async () => {
    const { data } = await exchange(tiktok.code('sato', { scopes: ['7043626160646946818'] }));
    expect(data.scope).toEqual([7043626160646947000]);
  });

  test('takes refusals for errors by their code', async () => {
    const code = tiktok.code('sato');
    await expect(exchange(code, 'wrong')).rejects.toThrow(/code: 40101/);
    await exchange(code);
    await expect(exchange(code)).rejects.toThrow(/Auth_code is used，please re-authorize\. code: 40110/);
  });

  test('lists and describes ad accounts', async () => {
    const token = await tiktok.token('thompson');
    const { id, secret } = tiktok.app;
    const listed = await answerOf((done) => new AuthenticationApi(client).oauth2AdvertiserGet(id, secret, token, done));
    const ids = listed.data.list.map((advertiser: { advertiser_id: string }) => advertiser.advertiser_id);
    expect(ids).toEqual(tiktok.user('thompson').advertiserIds);
    const fields = ['advertiser_id', 'name', 'currency'];
    const described = await answerOf((done) =>
      new AccountManagementApi(client).advertiserInfo(ids, token, { fields }, done),
    );
    expect(described.data.list[0]).toEqual({ advertiser_id: ids[0], name: 'Maple & Pine – US', currency: 'USD' });
  });

  test('asks who authorized', async () => {
    const header = { 'Access-Token': await tiktok.token('thompson') };
    const path = '/open_api/v1.3/user/info/';
    const { data } = await answerOf((done) =>
      client.callApi(path, 'GET', {}, {}, header, {}, null, [], [], ['application/json'], InlineResponse200, done),
    );
    expect(data.display_name).toBe('Mia Thompson');
  });
});
