import type { App, Token } from '../model';
import type { World } from '../world';
import type { Call } from './call';
import { Refusal } from './envelope';

export const MESSAGES = {
  tokenMissing: 'Access token is null, you should set it in http header with key Access-Token.',
  tokenDead: 'Access token is incorrect or has been revoked.',
  otherApp: "The app_id is inconsistent with the token's app information. Please retry after correcting it.",
  codeUnknown: 'Invalid auth_code. Not able to get long-term access_token with an old auth_code.',
  codeUsed: 'Auth_code is used，please re-authorize.',
  codeCanceled: 'The auth_code is canceled. Please re-authorize and try again with a new auth_code.',
  tooManyPerSecond: 'App reaches the QPS limit.',
  restricted: 'Due to too many requests, requests from App are temporarily restricted.',
} as const;

/** The app behind an id and its secret, able to work. */
export function requireApp(world: World, id: string, secret: string): App {
  const app = world.apps.get(id);
  if (!app) throw new Refusal(40113, 'The app does not exist or has been blocked.');
  requireWorking(app);
  if (app.secret !== secret) throw new Refusal(40101, 'The secret and the app_id do not match.');
  return app;
}

function requireWorking(app: App): void {
  if (app.status === 'blocked') throw new Refusal(40113, 'The app does not exist or has been blocked.');
  if (app.status === 'developer_rejected') throw new Refusal(40124, 'The developer profile has not been approved.');
}

/** The living token in the header. A sandbox token lives on the sandbox host only, and the other way round. */
export function requireToken(world: World, call: Call): Token {
  if (!call.accessToken) throw new Refusal(40104, MESSAGES.tokenMissing);
  const token = livingToken(world, call.accessToken);
  if (token.sandbox !== call.sandbox) throw new Refusal(40105, MESSAGES.tokenDead);
  const app = world.apps.get(token.appId);
  if (!app) throw new Refusal(40113, 'The app does not exist or has been blocked.');
  requireWorking(app);
  return token;
}

export function livingToken(world: World, value: string): Token {
  const token = world.tokens.get(value);
  if (!token?.alive) throw new Refusal(40105, MESSAGES.tokenDead);
  return token;
}
