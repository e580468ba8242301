import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressOf } from './address';
import { openDoor } from './door';
import { refuseBroken, serverLimits } from './limits';

let server: Server;
let port: number;
let closing = false;
let seen: IncomingMessage | undefined;

/** What stands behind the door: a page, a reply of the API, a file, and one that never answers by itself. */
const behind = async (request: IncomingMessage, response: ServerResponse) => {
  seen = request;
  if (request.url?.startsWith('/broken')) throw new Error('broken');
  const type = request.url?.startsWith('/api/') ? 'application/json' : 'text/html; charset=utf-8';
  response.setHeader('content-type', type);
  if (request.url === '/own') response.setHeader('content-security-policy', "default-src 'self'");
  response.end('{}');
};

beforeAll(async () => {
  const door = openDoor({ appUrl: 'https://grantboard.example', hops: 0, isClosing: () => closing }, behind);
  server = createServer({ ...serverLimits, headersTimeout: 500, connectionsCheckingInterval: 100 }, door);
  server.on('clientError', refuseBroken);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.closeAllConnections());

type Given = { method?: string; headers?: Record<string, string>; body?: string };

function send(path: string, { method = 'GET', headers = {}, body }: Given = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = ask({ port, path, method, headers, agent: false }, (response) => resolve(response.resume()));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Bytes as they are, and whatever comes back until the connection ends. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => (text += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
  });
}

const closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

it('gives a page a policy with a nonce of its own, which whoever renders it is told', async () => {
  const nonces = new Set<string>();
  for (let count = 0; count < 50; count++) {
    const { headers } = await send('/team/connections', {
      headers: { 'x-nonce': 'mine', 'content-security-policy': 'mine' },
    });
    const [, nonce = ''] =
      /script-src 'nonce-([A-Za-z0-9+/]{22}==)' 'strict-dynamic';/.exec(String(headers['content-security-policy'])) ??
      [];
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; ` +
        "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types default; upgrade-insecure-requests",
    );
    expect(seen?.headers).toMatchObject({
      'x-nonce': nonce,
      'content-security-policy': headers['content-security-policy'],
    });
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(50);
});

it.each(['/page', '/api/v1/apps', '/api/v1/nothing', '/callback?code=1', '/connect/abc'])(
  'answers %s with every header',
  async (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const { headers } = await send(path, { method });
      expect(headers, `${method} ${path}`).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'cache-control': 'no-store',
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'referrer-policy': /callback|connect/.test(path) ? 'no-referrer' : 'same-origin',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      if (path.startsWith('/api')) expect(headers['content-security-policy']).toBe(closed);
    }
  },
);

it('leaves a page its own policy', async () => {
  expect((await send('/own')).headers['content-security-policy']).toBe("default-src 'self'");
});

it.each([
  ['/team/connections', ['GET', 'HEAD']],
  ['/callback', ['GET', 'HEAD']],
  ['/apiary', ['GET', 'HEAD']],
  ['/api/v1/apps', ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']],
])('lets %s be asked with %j only', async (path, allowed) => {
  for (const method of [
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'SEARCH',
    'LOCK',
  ]) {
    const { statusCode, headers } = await send(path, { method });
    expect([method, statusCode]).toEqual([method, allowed.includes(method) ? 200 : 405]);
    if (statusCode === 405) expect(headers.allow).toBe(allowed.join(', '));
  }
});

it.each(['/%ff', '/%', '/a/%c3%28', '/api/v1/%e0%80'])(
  'refuses the address %s, which nobody can read',
  async (path) => {
    expect((await send(path)).statusCode).toBe(400);
  },
);

it('empties the browser when somebody signs out, and then only', async () => {
  const clears = async (path: string, method: string) => (await send(path, { method })).headers['clear-site-data'];
  expect(await clears('/api/auth/signout', 'POST')).toBe('"cache", "storage"');
  expect(await clears('/api/auth/signout', 'GET')).toBeUndefined();
  expect(await clears('/api/auth/session', 'POST')).toBeUndefined();
});

it.each([
  ['a body of 100 MB', '/api/v1/apps', { 'content-length': '104857600' }, 413],
  ['a list over 8 MB', '/api/v1/coverage', { 'content-length': '8388609' }, 413],
  ['what is no list, though beside them,', '/api/v1/coverage/a/b', { 'content-length': '8388608' }, 413],
  ['a body of unknown length outside the API', '/api/setup', { 'transfer-encoding': 'chunked' }, 411],
])('refuses %s before it is read', async (_, path, headers, status) => {
  seen = undefined;
  const head = Object.entries(headers)
    .map((pair) => `${pair.join(': ')}\r\n`)
    .join('');
  expect(await raw(`POST ${path} HTTP/1.1\r\nHost: x\r\n${head}\r\n`)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(seen).toBeUndefined();
});

it('lets a list of expected advertisers be as long as 8 MB', async () => {
  const length = String(8 * 1024 * 1024);
  expect((await send('/api/v1/coverage', { method: 'POST', headers: { 'content-length': length } })).statusCode).toBe(
    200,
  );
});

it.each([
  ['a head over 16 kB', `GET / HTTP/1.1\r\nHost: x\r\nx: ${'a'.repeat(17_000)}\r\n\r\n`, 431],
  ['what is no HTTP', 'hello\r\n\r\n', 400],
  ['two lengths', 'POST /api/v1/apps HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
  [
    'a length and chunks',
    'POST /api/v1/apps HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['a head that never ends', 'GET / HTTP/1.1\r\nHost: x\r\n', 408],
])('refuses %s', async (_, bytes, status) => {
  expect(await raw(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*frame-ancestors 'none'`));
});

it('goes on answering while 300 connections send nothing', async () => {
  const idle = Array.from({ length: 300 }, () => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nx:'));
    socket.on('error', () => undefined);
    return new Promise<void>((resolve) => socket.resume().on('close', () => resolve()));
  });
  await sleep(50);
  const startedAt = performance.now();
  expect((await send('/page')).statusCode).toBe(200);
  expect(performance.now() - startedAt).toBeLessThan(400);
  await Promise.all(idle);
});

it('drops the connection of a request that broke, and keeps listening', async () => {
  await expect(send('/broken')).rejects.toThrow(/hang up/);
  expect((await send('/page')).statusCode).toBe(200);
});

it('asks to be left while it closes', async () => {
  closing = true;
  expect((await send('/page')).headers.connection).toBe('close');
  closing = false;
});

it('believes as many proxies as there are, and nobody else', () => {
  const address = fc.ipV4();
  fc.assert(
    fc.property(
      fc.array(address, { maxLength: 5 }),
      fc.array(address, { minLength: 1, maxLength: 4 }),
      (forged, true_) => {
        // Who asks, then each proxy but the last, which is who we speak to.
        const socket = { remoteAddress: true_.at(-1) };
        const written = [...forged, ...true_.slice(0, -1)].join(', ');
        expect(addressOf({ headers: { 'x-forwarded-for': written }, socket }, true_.length - 1)).toBe(true_[0]);
      },
    ),
  );
  const socket = { remoteAddress: '192.0.2.9' };
  expect(addressOf({ headers: { 'x-forwarded-for': '1.1.1.1, 2.2.2.2' }, socket }, 0)).toBe('192.0.2.9');
  expect(addressOf({ headers: {}, socket }, 3)).toBe('192.0.2.9');
  const withPort = (written: string) => addressOf({ headers: { 'x-forwarded-for': written }, socket }, 1);
  expect(['192.0.2.1:5123', '[2001:db8::1]:443', '2001:db8::1'].map(withPort)).toEqual([
    '192.0.2.1',
    '2001:db8::1',
    '2001:db8::1',
  ]);
});
