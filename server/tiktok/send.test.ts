import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { scriptedServer } from '@/test/scripted-server';
import { callTikTok } from './call';
import { exchange, readExchangeReply } from './exchange';
import { send } from './send';
import { TikTokError } from './tiktok-error';
import { tikTokUser } from './user';

const server = scriptedServer();
const other = scriptedServer();
const host = (more = {}) => ({ apiUrl: server.url, portalUrl: '', sandbox: false, ...more });
const secret = '71'.repeat(20);
const app = { appId: '7010666682221854722', secret };
const ok = JSON.stringify({ code: 0, message: 'OK', request_id: 'r1', data: { list: [] } });

async function failureOf(promise: Promise<unknown>): Promise<TikTokError> {
  const error = await promise.then(
    () => new Error('did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof TikTokError)) throw error;
  return error;
}

describe('what is sent', () => {
  test('JSON with a final slash and no token for the exchange, the token as a header for the rest', async () => {
    const seen: unknown[] = [];
    server.answer = ({ method, url, headers, text }, response) => {
      seen.push([method, url, headers['access-token'], headers['content-type'], text && JSON.parse(text)]);
      response.end(ok);
    };
    await exchange(host(), app, 'c1');
    await exchange(host(), app, 'c1', { withAdvertisers: false });
    await tikTokUser(host({ apiUrl: `${server.url}/sandbox/` }), 't1');
    const body = { app_id: app.appId, secret, auth_code: 'c1' };
    const path = '/open_api/v1.3/oauth2/access_token/';
    expect(seen).toEqual([
      ['POST', path, undefined, 'application/json', body],
      ['POST', path, undefined, 'application/json', { ...body, return_advertiser_ids: false }],
      ['GET', '/sandbox/open_api/v1.3/user/info/', 't1', undefined, ''],
    ]);
  });
});

describe('redirects', () => {
  test.each([307, 308])('%i is followed within the host, with the body', async (status) => {
    server.answer = ({ url, method, text }, response) => {
      if (url !== '/moved/') return void response.writeHead(status, { location: '/moved/' }).end();
      response.end(JSON.stringify({ code: 0, data: { method, code: JSON.parse(text).auth_code } }));
    };
    const { body } = await exchange(host(), app, 'c1');
    expect(JSON.parse(Buffer.from(body).toString()).data).toEqual({ method: 'POST', code: 'c1' });
  });

  test('never to another host, another scheme, with another status, or for ever', async () => {
    let reached = 0;
    other.answer = (_, response) => response.end(String(reached++));
    for (const [status, location] of [
      [307, other.url],
      [308, server.url.replace('127.0.0.1', 'localhost')],
      [307, server.url.replace('http:', 'https:')],
      [307, 'file:///etc/passwd'],
      [301, '/moved/'],
      [302, '/moved/'],
      [303, '/moved/'],
      [307, '/again/'],
      [307, undefined],
    ] as const) {
      server.answer = (_, response) => response.writeHead(status, location ? { location } : {}).end(ok);
      const { data } = await failureOf(tikTokUser(host(), 't1'));
      expect(data).toMatchObject({ tiktok: { kind: 'redirected' }, ambiguous: false });
    }
    expect(reached).toBe(0);
  });
});

describe('no answer', () => {
  test('nobody listens: certainly not sent', async () => {
    const { data } = await failureOf(exchange(host({ apiUrl: 'http://127.0.0.1:1' }), app, 'c1'));
    expect(data).toMatchObject({ tiktok: { kind: 'unreachable', code: null }, ambiguous: false });
    expect(data.classification).toMatchObject({ key: 'unreachable', state: 'unchanged', retry: true });
  });

  test('no such name, and TLS that fails: certainly not sent', async () => {
    const nowhere = await failureOf(exchange(host({ apiUrl: 'http://tiktok.invalid' }), app, 'c1'));
    const plain = await failureOf(exchange(host({ apiUrl: server.url.replace('http:', 'https:') }), app, 'c1'));
    expect([nowhere.data.ambiguous, plain.data.ambiguous]).toEqual([false, false]);
  });

  test('reset after the request: ambiguous', async () => {
    server.answer = (request) => request.socket.resetAndDestroy();
    expect((await failureOf(exchange(host(), app, 'c1'))).data).toMatchObject({
      tiktok: { kind: 'cut_off' },
      ambiguous: true,
    });
  });

  test('silence until the deadline: ambiguous', async () => {
    server.answer = () => {};
    const { data } = await failureOf(exchange(host({ deadlineMs: 100 }), app, 'c1'));
    expect(data).toMatchObject({ tiktok: { kind: 'timeout' }, ambiguous: true });
  });

  test('gibberish instead of HTTP', async () => {
    server.answer = (request) => request.socket.end('SSH-2.0-OpenSSH\r\n');
    const { data } = await failureOf(exchange(host(), app, 'c1'));
    expect(data).toMatchObject({ tiktok: { kind: 'cut_off' }, ambiguous: true });
  });
});

describe('compressed, though nobody asked for it', () => {
  const whole = Buffer.from(JSON.stringify({ code: 0, data: { access_token: 'a'.repeat(40) } }));

  test.each([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('%s is opened', async (encoding, compress) => {
    let asked: unknown;
    server.answer = ({ headers }, response) => {
      asked = headers['accept-encoding'];
      response.writeHead(200, { 'content-encoding': encoding }).end(compress(whole));
    };
    expect(readExchangeReply(await exchange(host(), app, 'c1')).accessToken).toBe('a'.repeat(40));
    expect(asked).toBe('identity');
  });

  test('half of it is half an answer, and so is what is no such thing', async () => {
    for (const body of [gzipSync(whole).subarray(0, 30), whole]) {
      server.answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
      const reply = await exchange(host(), app, 'c1');
      expect(reply.cut).toBe('cut_off');
      expect(() => readExchangeReply(reply)).toThrow(TikTokError);
    }
  });

  test('more than 32 MB is dropped, however small it came', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
    server.answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    const reply = await send(host(), { endpoint: 'user', accessToken: 't1' });
    expect(reply).toMatchObject({ cut: 'too_large', body: new Uint8Array() });
  });
});

describe('half an answer', () => {
  test('a drip is cut at the deadline, and what came is kept', async () => {
    server.answer = (_, response) => {
      const drip = setInterval(() => response.write('{'), 20);
      response.on('close', () => clearInterval(drip));
    };
    const reply = await exchange(host({ deadlineMs: 200 }), app, 'c1');
    expect(reply.cut).toBe('timeout');
    expect(reply.body.length).toBeGreaterThan(1);
    expect(() => readExchangeReply(reply)).toThrow(TikTokError);
  });

  test('a wrong length loses nothing that is whole', async () => {
    const whole = JSON.stringify({ code: 0, data: { access_token: 'a'.repeat(40) } });
    server.answer = (_, response) => {
      response.writeHead(200, { 'content-length': whole.length + 10 }).write(whole);
      setTimeout(() => response.destroy(), 20);
    };
    const reply = await exchange(host(), app, 'c1');
    expect(reply.cut).toBe('cut_off');
    expect(readExchangeReply(reply).accessToken).toBe('a'.repeat(40));
  });

  test('more than 32 MB is dropped while it comes', async () => {
    let sent = 0;
    server.answer = (_, response) => {
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      const pour = () => {
        while (!response.destroyed && sent < 60)
          if ((sent++, !response.write(chunk))) return response.once('drain', pour);
      };
      pour();
    };
    const reply = await send(host(), { endpoint: 'user', accessToken: 't1' });
    expect(reply).toMatchObject({ cut: 'too_large', body: new Uint8Array() });
    expect(sent).toBeLessThan(60);
  });
});

test('no failure repeats a secret or an address', async () => {
  const token = '5e'.repeat(20);
  const echo = JSON.stringify({ code: 40002, message: `bad ${secret} ${token} code=c0de1&x <b>`, request_id: 'r 1' });
  server.reply(echo);
  const call = { endpoint: 'revoke', accessToken: token, body: { secret, auth_code: 'c0de1' } } as const;
  const refused = await failureOf(callTikTok(host(), call, z.unknown()));
  server.reply('<html>captcha');
  const garbled = await failureOf(
    callTikTok(host(), { ...call, endpoint: 'advertisers', query: { secret } }, z.unknown()),
  );
  for (const error of [refused, garbled]) {
    const told = JSON.stringify(error.data) + error.message + error.stack + JSON.stringify(error);
    for (const hidden of [secret, token, 'c0de1', server.url, '?']) expect(told).not.toContain(hidden);
  }
  expect(refused.data.tiktok).toMatchObject({ code: 40002, message: 'bad ••• ••• code=•••&x <b>', request_id: null });
});
