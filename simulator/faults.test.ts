import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTikTok, type TestTikTok } from './test-client';

let tiktok: TestTikTok;
beforeAll(async () => (tiktok = await openTikTok()));
beforeEach(() => tiktok.control('reset'));
afterAll(() => tiktok.close());

const fail = (fault: unknown) => tiktok.control('fail', fault);
const exchange = (code: string, signal?: AbortSignal) =>
  fetch(`${tiktok.url}/open_api/v1.3/oauth2/access_token/`, {
    method: 'POST',
    body: JSON.stringify({ app_id: tiktok.app.id, secret: tiktok.app.secret, auth_code: code }),
    signal,
    redirect: 'manual',
  });
const stateOf = (code: string) => tiktok.world.codes.get(code)?.status;

describe('a failing TikTok', () => {
  test('answers any code as often as told, then heals', async () => {
    await fail({ kind: 'code', code: 50002, message: 'Internal time out', times: 2 });
    const code = tiktok.code('sato');
    const replies = [await tiktok.exchange(code), await tiktok.exchange(code), await tiktok.exchange(code)];
    expect(replies.map((reply) => reply.code)).toEqual([50002, 50002, 0]);
  });

  test('answers an HTTP status, an HTML page, any body', async () => {
    const code = tiktok.code('sato');
    await fail({ kind: 'status', status: 503, body: 'Service Unavailable' });
    expect((await exchange(code)).status).toBe(503);
    await fail({ kind: 'html' });
    const page = await exchange(code);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    await fail({ kind: 'body', body: '{"code":0,"data":{"access_token":17}}' });
    expect(await (await exchange(code)).json()).toEqual({ code: 0, data: { access_token: 17 } });
    expect(stateOf(code)).toBe('fresh');
  });

  test('can spend the code and spoil the answer', async () => {
    const code = tiktok.code('sato');
    await fail({ kind: 'status', status: 504, consume: true });
    expect((await exchange(code)).status).toBe(504);
    expect(stateOf(code)).toBe('used');
    expect((await tiktok.exchange(code)).code).toBe(40110);
    expect(tiktok.world.tokens.size).toBe(1);
  });

  test('cuts its answer at a byte, honestly or in the middle of the connection', async () => {
    await fail({ kind: 'truncate', at: 25 });
    expect(await (await exchange(tiktok.code('sato'))).text()).toBe('{"code":0,"message":"OK",');
    await fail({ kind: 'truncate', at: 25, declareAll: true });
    await expect(exchange(tiktok.code('sato')).then((response) => response.text())).rejects.toThrow();
  });

  test('hangs, resets, and may have spent the code or not', async () => {
    const code = tiktok.code('sato');
    await fail({ kind: 'hang' });
    await expect(exchange(code, AbortSignal.timeout(100))).rejects.toThrow(/timeout/);
    await fail({ kind: 'reset' });
    await expect(exchange(code)).rejects.toThrow();
    expect(stateOf(code)).toBe('fresh');
    await fail({ kind: 'reset', consume: true });
    await expect(exchange(code)).rejects.toThrow();
    expect(stateOf(code)).toBe('used');
  });

  test('drips', async () => {
    await fail({ kind: 'drip', bytesPerSecond: 2_000 });
    expect(await (await exchange(tiktok.code('newcomer'))).json()).toMatchObject({ code: 0 });
  });

  test('points elsewhere', async () => {
    await fail({ kind: 'redirect', location: 'http://169.254.169.254/' });
    const response = await exchange(tiktok.code('sato'));
    expect([response.status, response.headers.get('location')]).toEqual([302, 'http://169.254.169.254/']);
  });

  test('pours out more than anyone wants', async () => {
    await fail({ kind: 'huge', bytes: 5_000_000 });
    expect((await (await exchange(tiktok.code('sato'))).text()).length).toBeGreaterThan(5_000_000);
  });
});

describe('a fault', () => {
  test('can be for one endpoint or one app, until it is cleared', async () => {
    const token = await tiktok.token('sato');
    await fail({ kind: 'code', code: 51039, endpoint: 'user/info', appId: tiktok.app.id, times: null });
    expect((await tiktok.exchange(tiktok.code('sato'))).code).toBe(0);
    for (let time = 0; time < 3; time++) expect((await tiktok.get('user/info/', token)).code).toBe(51039);
    await tiktok.control('clear', { endpoint: 'user/info' });
    expect((await tiktok.get('user/info/', token)).code).toBe(0);
  });

  test('that nobody knows is refused', async () => {
    expect((await fail({ kind: 'gremlins' })).status).toBe(400);
    expect(await fail({ kind: 'hang', endpoint: 'nowhere' })).toMatchObject({ status: 400, code: 'unknown_endpoint' });
  });
});

test('a slow TikTok answers late', async () => {
  await tiktok.control('slow', { ms: 150, endpoint: 'oauth2/access_token' });
  const startedAt = performance.now();
  expect((await tiktok.exchange(tiktok.code('sato'))).code).toBe(0);
  expect(performance.now() - startedAt).toBeGreaterThan(140);
});
