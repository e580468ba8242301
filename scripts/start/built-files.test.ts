import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtFiles } from './built-files';
import { openDoor } from './door';

const source = Array.from({ length: 2_000 }, (_, n) => `export const word${n} = 'grantboard ${n * n}';`).join('\n');
let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'grantboard-built-'));
  mkdirSync(join(folder, 'static', 'chunks'), { recursive: true });
  writeFileSync(join(folder, 'static', 'chunks', 'a.js'), source);
  writeFileSync(join(folder, 'static', 'chunks', 'b.js'), 'b');
  writeFileSync(join(folder, 'static', 'chunks', 'a.css'), 'a{color:red}');
  writeFileSync(join(folder, 'static', 'chunks', 'a.woff2'), 'font');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  const settings = { appUrl: 'http://grantboard.example', hops: 0, isClosing: () => false };
  const door = openDoor(
    { ...settings, files: builtFiles(join(folder, 'static')) },
    async (_: IncomingMessage, response: { end(text: string): void }) => response.end('Next'),
  );
  server = createServer(door);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

async function get(path: string, headers: OutgoingHttpHeaders = {}, method = 'GET') {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    ask({ port, path, method, headers, agent: false }, resolve).on('error', reject).end(),
  );
  return { headers: answer.headers, body: await buffer(answer) };
}

it('sends a file packed more tightly than is usual, to be kept for ever, and says what it is', async () => {
  for (let time = 0; time < 2; time++) {
    const { headers, body } = await get('/_next/static/chunks/a.js?dpl=1', { 'accept-encoding': 'gzip, deflate, br' });
    expect(gunzipSync(body).toString()).toBe(source);
    expect(body.length).toBeLessThan(gzipSync(source).length);
    expect(headers).toMatchObject({
      'content-type': 'application/javascript; charset=UTF-8',
      'content-encoding': 'gzip',
      'content-length': String(body.length),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    });
  }
  const style = await get('/_next/static/chunks/a.css', { 'accept-encoding': 'gzip' });
  expect(style.headers['content-type']).toBe('text/css; charset=UTF-8');
});

it('reads a file again that could not be read', async () => {
  const path = join(folder, 'static', 'chunks', 'b.js');
  rmSync(path);
  await expect(get('/_next/static/chunks/b.js', { 'accept-encoding': 'gzip' })).rejects.toThrow();
  writeFileSync(path, 'back');
  const { body } = await get('/_next/static/chunks/b.js', { 'accept-encoding': 'gzip' });
  expect(gunzipSync(body).toString()).toBe('back');
});

it.each([
  ['/_next/static/chunks/a.js', {}],
  ['/_next/static/chunks/a.js', { 'accept-encoding': 'br' }],
  ['/_next/static/chunks/a.js', { 'accept-encoding': 'gzip;q=0, identity' }],
  ['/_next/static/chunks/a.js', { 'accept-encoding': 'gzip', range: 'bytes=0-9' }],
  ['/_next/static/chunks/a.woff2', { 'accept-encoding': 'gzip' }],
  ['/_next/static/chunks/none.js', { 'accept-encoding': 'gzip' }],
  ['/_next/static/../secret.js', { 'accept-encoding': 'gzip' }],
  ['/_next/static/%2e%2e/secret.js', { 'accept-encoding': 'gzip' }],
  ['/secret.js', { 'accept-encoding': 'gzip' }],
])('leaves %s with %j to Next', async (path, headers) => {
  expect((await get(path, headers)).body.toString()).toBe('Next');
});

it('leaves HEAD to Next', async () => {
  const { headers } = await get('/_next/static/chunks/a.js', { 'accept-encoding': 'gzip' }, 'HEAD');
  expect(headers).not.toHaveProperty('content-encoding');
});
