import 'server-only';
import { OpenAPIHandler, type OpenAPIHandlerOptions } from '@orpc/openapi/fetch';
import { BodyLimitPlugin } from '@orpc/server/fetch';
import { ResponseHeadersPlugin } from '@orpc/server/plugins';
import { router } from './api';
import { demand, type Actor } from './auth/actor';
import {
  asOrpcError,
  errorBody,
  answerHeaders,
  errorResponse,
  fromBorder,
  retryHeaders,
  toAppError,
} from './auth/border';
import { findCaller, type RequestContext } from './auth/guard';
import { noteRefusal } from './auth/note-refusal';
import { demandSameOrigin } from './auth/same-origin';
import { AppError } from './errors';

/** Of a request, and of one that brings a list of expected advertisers (scripts/start/limits.js knows both too). */
const [mostBytes, mostOfList] = [1024 * 1024, 8 * 1024 * 1024];

const handler = new OpenAPIHandler(router, optionsUpTo(mostBytes));
const listHandler = new OpenAPIHandler({ coverage: router.coverage }, optionsUpTo(mostOfList));

function optionsUpTo(maxBodySize: number): OpenAPIHandlerOptions<RequestContext> {
  return {
    plugins: [new BodyLimitPlugin({ maxBodySize }), new ResponseHeadersPlugin()],
    clientInterceptors: [
      async ({ next, path, context }) => {
        try {
          return await next();
        } catch (thrown) {
          const error = toAppError(thrown, path.join('.'));
          await noteRefusal(error, path.join('.'), context.headers);
          for (const [name, value] of Object.entries(retryHeaders(error))) context.resHeaders?.set(name, value);
          throw asOrpcError(error);
        }
      },
    ],
    customErrorResponseBodyEncoder: (error) => errorBody(fromBorder(error)),
  };
}

const prefix = '/api/v1';

/** Answers a request to /api/v1. */
export async function answer(request: Request): Promise<Response> {
  try {
    demandSameOrigin(request);
    demandJson(request);
    const asked = namingTeam(readingAsGet(request));
    const { headers } = asked;
    const { matched, response } = bringsList(asked)
      ? await listHandler.handle(asked, { prefix, context: { headers, actor: await findSender(headers) } })
      : await handler.handle(asked, { prefix, context: { headers } });
    if (!matched) throw new AppError('not_found', `There is no ${request.method} ${new URL(request.url).pathname}.`);
    return withHeaders(request.method === 'HEAD' ? new Response(null, response) : response);
  } catch (thrown) {
    const error = toAppError(thrown, 'border');
    await noteRefusal(error, 'border', request.headers);
    return errorResponse(error);
  }
}

const bringsList = ({ method, url }: Request) =>
  /^(POST|PATCH)$/.test(method) && /^\/api\/v1\/coverage(\/[^/]+)?$/.test(new URL(url).pathname);

/** Whoever may not send a list is refused before it is read. */
async function findSender(headers: Headers): Promise<Actor> {
  const actor = await findCaller(headers);
  demand(actor, 'coverage.write');
  return actor;
}

/** Forms of other sites can send text and form data without asking; nothing of ours does. */
function demandJson({ method, headers, body }: Request): void {
  if (method === 'GET' || method === 'HEAD' || body === null || saysEmpty(headers)) return;
  if (/^application\/json\b/i.test(headers.get('content-type') ?? '')) return;
  throw new AppError('invalid_input', 'Send the body as JSON, with Content-Type: application/json.');
}

/** Next hands over a stream where nothing was sent at all. */
function saysEmpty(headers: Headers): boolean {
  const length = headers.get('content-length') ?? '0';
  return length === '0' && !headers.has('content-type') && !headers.has('transfer-encoding');
}

function readingAsGet(request: Request): Request {
  return request.method === 'HEAD' ? new Request(request.url, { headers: request.headers }) : request;
}

/** A link to a file cannot send X-Team: it names the team in its address. */
function namingTeam(request: Request): Request {
  const url = new URL(request.url);
  const team = url.searchParams.get('team');
  if (team === null || request.method !== 'GET' || !/\.(csv|jsonl)$/.test(url.pathname)) return request;
  if (!/^[\w-]{1,100}$/.test(team)) throw new AppError('not_found', 'There is no such team.');
  url.searchParams.delete('team');
  const headers = new Headers(request.headers);
  headers.set('x-team', team);
  return new Request(url, { headers, signal: request.signal });
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(answerHeaders(response.status))) response.headers.set(name, value);
  return response;
}
