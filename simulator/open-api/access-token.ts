import type { AuthCode, Token } from '../model';
import { issueToken } from '../tokens';
import type { World } from '../world';
import { bodyFields, type Call } from './call';
import { Refusal } from './envelope';
import { MESSAGES, requireApp } from './guards';

/** How long an auth_code may be exchanged. */
const CODE_LIFETIME = 60 * 60 * 1_000;

/** `POST /oauth2/access_token/`: a code for a token, once. */
export function accessToken(world: World, call: Call): unknown {
  const { app_id, secret, auth_code } = bodyFields(call, ['app_id', 'secret', 'auth_code']);
  const token = spendCode(world, app_id, secret, auth_code);
  const withIds = call.body.return_advertiser_ids !== false;
  return {
    access_token: token.value,
    ...(withIds && { advertiser_ids: call.version === 'v1.2' ? token.advertiserIds.map(BigInt) : token.advertiserIds }),
    scope: token.scopes.map(bareNumber),
  };
}

/** Trades a code of this app for its token. A refused attempt never spends the code. */
function spendCode(world: World, appId: string, secret: string, value: string): Token {
  const code = world.codes.get(value);
  if (code) code.attempts++;
  const app = requireApp(world, appId, secret);
  if (!code || code.appId !== app.id) throw new Refusal(40101, MESSAGES.codeUnknown);
  requireFresh(world, code);
  code.status = 'used';
  code.exchanges++;
  return issueToken(world, code);
}

function requireFresh(world: World, code: AuthCode): void {
  if (code.status === 'used') throw new Refusal(40110, MESSAGES.codeUsed);
  const expired = world.clock.now() - code.issuedAt > CODE_LIFETIME;
  if (code.status === 'canceled' || expired) throw new Refusal(40110, MESSAGES.codeCanceled);
}

/** Scope ids go out as JSON numbers, also those a JavaScript number cannot hold. */
function bareNumber(id: string): bigint | string {
  return /^\d+$/.test(id) ? BigInt(id) : id;
}
