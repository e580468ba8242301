import { randomHex40 } from './ids';
import type { Grant, Token } from './model';
import { withoutScopes } from './permissions';
import type { World } from './world';

/** A token for what was granted; what becomes of earlier ones is a setting. */
export function issueToken(world: World, grant: Grant & { value?: string }): Token {
  const { appId, userId, advertiserIds, scopes, value: authCode } = grant;
  if (world.settings.reuseTokens) {
    const earlier = world.liveTokens({ appId, userId }).at(-1);
    if (earlier) return Object.assign(earlier, { advertiserIds, scopes, authCode });
  }
  if (world.settings.invalidateOld) world.liveTokens({ appId, userId }).forEach(revokeToken);
  return keep(world, { appId, userId, advertiserIds, scopes, authCode, sandbox: false });
}

/** The token an app's developer makes in the portal for its one sandbox ad account. */
export function issueSandboxToken(world: World, grant: Grant): Token {
  return keep(world, { ...grant, sandbox: true });
}

function keep(world: World, rest: Omit<Token, 'value' | 'issuedAt' | 'alive'>): Token {
  const token: Token = { value: randomHex40(), issuedAt: world.clock.now(), alive: true, ...rest };
  world.tokens.set(token.value, token);
  return token;
}

export function revokeToken(token: Token): void {
  token.alive = false;
}

/** The person takes everything back from an app: its tokens die, codes not yet exchanged too. */
export function withdraw(world: World, of: { userId: string; appId?: string }): Token[] {
  const tokens = world.liveTokens(of);
  tokens.forEach(revokeToken);
  for (const code of world.codes.values()) {
    const theirs = code.userId === of.userId && (!of.appId || code.appId === of.appId);
    if (theirs && code.status === 'fresh') code.status = 'canceled';
  }
  return tokens;
}

/** Takes ad accounts or permissions out of a token that goes on living. */
export function narrowToken(token: Token, less: { advertiserIds?: string[]; scopes?: string[] }): void {
  const gone = new Set(less.advertiserIds);
  token.advertiserIds = token.advertiserIds.filter((id) => !gone.has(id));
  token.scopes = withoutScopes(token.scopes, less.scopes ?? []);
}
