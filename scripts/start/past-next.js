import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import compression from 'compression';

const compress = compression();
/** Under the API's address, and no operations of it. */
const ofNext = ['/api/v1/docs', '/api/v1/openapi.json'];

/**
 * What a program asks, and TikTok's redirect, need nothing of Next, and it costs several times what they do: these are
 * answered by the functions that their routes export, which server/boot.ts hands out. `next dev` takes the routes.
 * @returns the function for a request, or undefined where Next is to answer
 */
export function answerPastNext({ api, callback }, { method, path }) {
  if (path.startsWith('/api/v1/') && !ofNext.includes(path)) return api;
  if (path === '/callback' && method === 'GET') return callback;
  return undefined;
}

/** Asks `answer` as fetch would, with the headers that the door has put right, and sends what it says. */
export async function sendAnswer(answer, origin, request, response) {
  const left = new AbortController();
  response.once('close', () => response.writableFinished || left.abort());
  const { status, headers, body } = await answer(toRequest(request, origin, left.signal));
  compress(request, response, () => undefined);
  for (const [name, value] of headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(status);
  if (body === null || request.method === 'HEAD') return void response.end();
  await pipeline(Readable.fromWeb(body), response).catch(() => response.destroy());
}

function toRequest(request, origin, signal) {
  const { method, url } = request;
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each]),
  );
  const hasBody = method !== 'GET' && method !== 'HEAD' && saysBody(request.headers);
  return new Request(origin + url, {
    ...{ method, headers, signal },
    ...(hasBody && { body: Readable.toWeb(request), duplex: 'half' }),
  });
}

const saysBody = (headers) => Number(headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in headers;
