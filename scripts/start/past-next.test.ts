import { randomBytes } from 'node:crypto';
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDoor } from './door';

let server: Server;
let port: number;
let seen: Request | undefined;
let left: Promise<void>;

const rows = JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ id: String(n), name: '珈琲' })));

async function api(request: Request): Promise<Response> {
  seen = request;
  const { pathname } = new URL(request.url);
  if (pathname.endsWith('/broken')) throw new Error('broken');
  if (pathname.endsWith('/echo')) return new Response(await request.text(), { status: 201 });
  if (pathname.endsWith('/endless')) return new Response(endless(request.signal));
  if (pathname.endsWith('/large')) return new Response(large(), { headers: { 'content-type': 'text/csv' } });
  const headers = new Headers({ 'content-type': 'application/json' });
  headers.append('set-cookie', 'a=1');
  headers.append('set-cookie', 'b=2');
  return new Response(rows, { headers });
}

function endless(signal: AbortSignal): ReadableStream {
  left = new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
  return new ReadableStream({
    async pull(controller) {
      await sleep(1);
      controller.enqueue(new TextEncoder().encode('row\r\n'));
    },
  });
}

let made = 0;

/** Without end, as fast as it is taken; nothing that could be packed. */
const large = () =>
  new ReadableStream({
    pull(controller) {
      made += 1;
      controller.enqueue(randomBytes(64 * 1024));
    },
  });

const callback = async () => new Response(null, { status: 303, headers: { location: 'http://grantboard.example/' } });

beforeAll(async () => {
  const settings = { appUrl: 'http://grantboard.example', hops: 0, isClosing: () => false, answers: { api, callback } };
  const door = openDoor(settings, async (_: IncomingMessage, response: { end(text: string): void }) =>
    response.end('Next'),
  );
  server = createServer(door);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.closeAllConnections());

type Given = { method?: string; headers?: Record<string, string>; body?: string };

function send(path: string, { method = 'GET', headers = {}, body }: Given = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = ask({ port, path, method, headers, agent: false }, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

it.each([
  ['GET', '/api/v1/connections', rows],
  ['GET', '/api/v1/docs', 'Next'],
  ['GET', '/api/v1/openapi.json', 'Next'],
  ['GET', '/callback?state=s', ''],
  ['GET', '/team/connections', 'Next'],
  ['GET', '/healthz', 'Next'],
])('%s %s is answered by whoever it is for', async (method, path, expected) => {
  expect(await text(await send(path, { method }))).toBe(expected);
});

it('hands on what the door has put right, and not what a caller made up', async () => {
  await text(await send('/api/v1/session', { headers: { 'x-forwarded-for': '203.0.113.9', 'x-team': 'northwind' } }));
  expect(seen?.headers.get('x-forwarded-for')).toBe('127.0.0.1');
  expect(seen?.headers.get('x-team')).toBe('northwind');
  expect(seen?.url).toBe('http://grantboard.example/api/v1/session');
});

it('keeps cookies apart, and what every answer carries', async () => {
  const answer = await send('/api/v1/session');
  expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
  expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  answer.resume();
});

it('brings a body as it was sent', async () => {
  const sent = JSON.stringify({ id: '7010666682221854722', name: '珈琲' });
  const answer = await send('/api/v1/echo', {
    ...{ method: 'POST', body: sent },
    headers: { 'content-type': 'application/json' },
  });
  expect([answer.statusCode, await text(answer)]).toEqual([201, sent]);
});

it('packs what is long for whoever can unpack it', async () => {
  const answer = await send('/api/v1/connections', { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers['content-encoding']).toBe('gzip');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  expect(gunzipSync(Buffer.concat(chunks)).toString()).toBe(rows);
});

it('sends the head alone to HEAD', async () => {
  const answer = await send('/api/v1/connections', { method: 'HEAD' });
  expect([answer.statusCode, await text(answer)]).toEqual([200, '']);
});

it('tells the answer when its reader leaves', async () => {
  const answer = await send('/api/v1/endless');
  await new Promise((resolve) => answer.once('data', resolve));
  answer.destroy();
  await expect(left).resolves.toBeUndefined();
});

it.each(['identity', 'gzip'])('makes no more than its reader takes (%s)', async (encoding) => {
  const answer = await send('/api/v1/large', { headers: { 'accept-encoding': encoding } });
  const untilItStops = async (before: number): Promise<number> => {
    await sleep(200);
    return made === before ? made : untilItStops(made);
  };
  // What the two ends of a connection hold between them.
  const held = await untilItStops(made);
  await sleep(300);
  expect(made).toBe(held);
  answer.resume();
  await vi.waitFor(() => expect(made).toBeGreaterThan(held + 20), 10_000);
  answer.destroy();
});

it('ends the connection where an answer fails altogether', async () => {
  await expect(send('/api/v1/broken')).rejects.toThrow();
});
