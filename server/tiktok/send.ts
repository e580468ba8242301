import 'server-only';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import { type TikTokEndpoint, tikTokEndpoints } from '@/contract/tiktok-endpoints';
import { failure } from './failure';
import { type TikTokHost } from './host';
import { transportFailure } from './transport-error';

const connectMs = 5_000;
const deadlineMs = 20_000;
const maxBytes = 32 * 1024 * 1024;
const maxRedirects = 3;

/** Not Next's fetch: that one caches replies and puts addresses, one of which holds a secret, into traces. */
const dispatcher = new Agent({
  connect: { timeout: connectMs },
  headersTimeout: deadlineMs,
  bodyTimeout: deadlineMs,
});

export type TikTokRequest = {
  endpoint: TikTokEndpoint;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  accessToken?: string;
};

/** An answer as it came, before anyone tried to understand it; `cut` says why `body` may not be all of it. */
export type RawReply = { httpStatus: number; body: Uint8Array; cut?: 'timeout' | 'cut_off' | 'too_large' };

/** Sends one request and reads the whole answer, within the host's deadline. Throws TikTokError if none began. */
export async function send(host: TikTokHost, call: TikTokRequest): Promise<RawReply> {
  const { method, path } = tikTokEndpoints[call.endpoint];
  const home = new URL(host.apiUrl);
  let url = new URL(home.href.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  const options = {
    method,
    ...payloadOf(call),
    dispatcher,
    signal: AbortSignal.timeout(host.deadlineMs ?? deadlineMs),
  };

  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const {
      statusCode: httpStatus,
      headers,
      body,
    } = await request(url, options).catch((error: unknown) => {
      throw failure(call.endpoint, transportFailure(error));
    });
    body.on('error', () => {}); // else leaving a body unread would end the process
    if (httpStatus < 300 || httpStatus > 399) {
      return { httpStatus, ...(await readBody(decoded(body, headers['content-encoding']))) };
    }
    body.destroy();
    const next = redirectWithin(home, url, httpStatus, headers.location);
    if (!next) throw failure(call.endpoint, 'redirected', { httpStatus });
    url = next;
  }
  throw failure(call.endpoint, 'redirected');
}

function payloadOf({ accessToken, body }: TikTokRequest) {
  return {
    headers: {
      accept: 'application/json',
      'accept-encoding': 'identity',
      ...(accessToken !== undefined && { 'access-token': accessToken }),
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  };
}

/** 307 and 308 repeat the request, secrets included, so they may lead nowhere but to the configured origin. */
function redirectWithin(home: URL, from: URL, status: number, location: unknown): URL | null {
  if ((status !== 307 && status !== 308) || typeof location !== 'string' || !URL.canParse(location, from)) return null;
  const next = new URL(location, from);
  return next.origin === home.origin && !next.username ? next : null;
}

type Body = Dispatcher.ResponseData['body'];

const decoders: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Compression is not asked for, but what stands between TikTok and us may compress all the same. */
function decoded(body: Body, encoding: unknown): AsyncIterable<Uint8Array> {
  const decoder = typeof encoding === 'string' && decoders[encoding.trim().toLowerCase()]?.();
  return (decoder ? pipeline(body, decoder, () => {}) : body) as AsyncIterable<Uint8Array>;
}

async function readBody(body: AsyncIterable<Uint8Array>): Promise<Omit<RawReply, 'httpStatus'>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes) return { body: new Uint8Array(), cut: 'too_large' };
      chunks.push(chunk);
    }
    return { body: Buffer.concat(chunks, size) };
  } catch (error) {
    return { body: Buffer.concat(chunks), cut: transportFailure(error) === 'timeout' ? 'timeout' : 'cut_off' };
  }
}
