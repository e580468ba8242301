import { randomHex40 } from '../ids';
import type { AuthorizationRequest, User } from '../model';
import type { World } from '../world';

/** The verification code is asked for again once it is older than this, for the same app and user. */
const VERIFIED_FOR = 48 * 60 * 60 * 1_000;

/** The person has confirmed: makes the code and tells where the browser goes. */
export function consent(
  world: World,
  request: AuthorizationRequest,
  given: { user: User; advertiserIds: readonly string[]; scopes: readonly string[] },
): string {
  const value = randomHex40();
  world.codes.set(value, {
    value,
    appId: request.app.id,
    userId: given.user.id,
    advertiserIds: given.advertiserIds,
    scopes: given.scopes,
    issuedAt: world.clock.now(),
    status: 'fresh',
    attempts: 0,
    exchanges: 0,
  });
  return callbackAddress(request.redirectUri, value, request.state);
}

/** The person typed the verification code. */
export function rememberVerification(world: World, appId: string, userId: string): void {
  world.verifications.set(pair(appId, userId), world.clock.now());
}

/** Whether this person typed a verification code for this app within 48 hours. */
export function recentlyVerified(world: World, appId: string, userId: string): boolean {
  const at = world.verifications.get(pair(appId, userId));
  return at !== undefined && world.clock.now() - at < VERIFIED_FOR;
}

function pair(appId: string, userId: string): string {
  return `${appId}/${userId}`;
}

/** TikTok sends the code twice, under both names, then the state as it came. */
function callbackAddress(redirectUri: string, code: string, state: string): string {
  const address = new URL(redirectUri);
  address.searchParams.append('auth_code', code);
  address.searchParams.append('code', code);
  address.searchParams.append('state', state);
  return address.href;
}
