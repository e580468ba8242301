import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http';
import type { World } from '../world';
import { CONTROL_PREFIX } from './prefix';
import { ACTIONS } from './actions';
import { sendControlPage } from './page';
import { ControlError } from './request';
import { stateOf } from './state';

/** What only the control needs besides the world: to start it anew. */
export interface Stage {
  world: World;
  reset(): void;
}

/** `/_simulator/…`: what TikTok, its users and misfortune would do, on demand. */
export async function handleControl(
  stage: Stage,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (request.method === 'GET' && !/state\/?$/.test(url.pathname)) return sendControlPage(stage.world, response);
  const name = url.pathname.slice(CONTROL_PREFIX.length + 1).replace(/\/$/, '');
  try {
    const body = request.method === 'POST' ? await readBody(request) : '';
    sendJson(response, 200, perform(stage, `${request.method} ${name}`, body));
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    sendJson(response, error.status, { code: error.code, message: error.message });
  }
}

function perform(stage: Stage, what: string, body: string): unknown {
  if (what === 'GET state') return stateOf(stage.world);
  if (what === 'POST reset') {
    stage.reset();
    return { reset: true };
  }
  const act = what.startsWith('POST ') ? ACTIONS[what.slice('POST '.length)] : undefined;
  if (!act) throw new ControlError('not_found', 'There is no such control.', 404);
  return act(stage.world, body);
}
