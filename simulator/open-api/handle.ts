import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { consumes } from '../faults/fault';
import { playFault } from '../faults/play';
import { readBody, redirect, send } from '../http';
import { requestId } from '../ids';
import type { World } from '../world';
import { parseJsonBody, type Call, type Version } from './call';
import { ENDPOINTS, type Endpoint } from './endpoints';
import { jsonText, Refusal, type Envelope } from './envelope';
import { MESSAGES } from './guards';

const PATH = /^(\/sandbox)?\/open_api\/(v1\.[23])\/(.+?)(\/?)$/;

/** One call of open_api, from its bytes to its answer. */
export async function handleOpenApi(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, sandbox, version, name = '', slash] = PATH.exec(url.pathname) ?? [];
  const endpoint = ENDPOINTS[name];
  const known = endpoint && request.method === endpoint.method && endpoint.versions.includes(version as Version);
  if (!known) return notFound(world, response);
  if (!slash && world.settings.trailingSlash === 'required') return notFound(world, response);
  if (!slash && world.settings.trailingSlash === 'redirect') {
    return redirect(response, 307, `${url.pathname}/${url.search}`);
  }
  const call: Call = {
    version: version as Version,
    sandbox: Boolean(sandbox),
    query: url.searchParams,
    body: request.method === 'POST' ? parseJsonBody(await readBody(request)) : {},
    accessToken: request.headers['access-token']?.toString(),
  };
  return answer(world, response, name, endpoint, call);
}

function notFound(world: World, response: ServerResponse): void {
  world.traffic.note({ at: world.clock.now(), endpoint: 'unknown' });
  send(response, 404, '404 page not found', 'text/plain');
}

async function answer(
  world: World,
  response: ServerResponse,
  name: string,
  endpoint: Endpoint,
  call: Call,
): Promise<void> {
  const appId = appOf(world, call);
  const record = world.traffic.note({ at: world.clock.now(), endpoint: name, appId });
  if (call.accessToken) world.traffic.noteToken(name, call.accessToken);
  const delay = world.faults.delay(name);
  if (delay) await sleep(delay);
  const id = requestId(world.clock.now());
  response.setHeader('X-TT-LOGID', id);
  response.setHeader('x-tt-trace-id', `00-${id.slice(2)}-00`);

  const limited = overLimit(world, appId);
  const fault = limited ? undefined : world.faults.take(name, appId);
  const work = () => limited ?? endpoint.answer(world, call);
  const reply = fault && !consumes(fault) ? envelope(id, () => ({})) : envelope(id, work);
  if (fault) return playFault(fault, response, reply);
  record.code = reply.code;
  send(response, 200, jsonText(reply), 'application/json');
}

/** The app a call is counted for: named in it, or behind its token. */
function appOf(world: World, call: Call): string | undefined {
  const named = call.body.app_id ?? call.query.get('app_id');
  const id = named?.toString() ?? world.tokens.get(call.accessToken ?? '')?.appId;
  return id !== undefined && world.apps.has(id) ? id : undefined;
}

/** Counts the call against its app; a thrower of 40100 when it is one too many. */
function overLimit(world: World, appId: string | undefined): Refusal | undefined {
  const app = appId === undefined ? undefined : world.apps.get(appId);
  const limit = app && world.limiter.hit(app, world.clock.now());
  if (!app || !limit) return undefined;
  world.traffic.violations.push({ at: world.clock.now(), appId: app.id, limit });
  if (world.settings.rateLimits === 'count') return undefined;
  return new Refusal(40100, limit === 'second' ? MESSAGES.tooManyPerSecond : MESSAGES.restricted);
}

function envelope(id: string, work: () => unknown): Envelope {
  try {
    const data = work();
    if (data instanceof Refusal) throw data;
    return { code: 0, message: 'OK', request_id: id, data };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, message: error.message, request_id: id, data: {} };
    return { code: 50000, message: 'System error.', request_id: id, data: {} };
  }
}
