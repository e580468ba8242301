import { z } from 'zod';
import type { User } from '../model';
import { collapseScopes } from '../permissions';
import { PORTAL_PATHS, PortalRefusal, readAuthorizationRequest } from '../portal/authorized-url';
import { consent } from '../portal/consent';
import type { World } from '../world';
import { ControlError } from './request';

export const authorizeSchema = z.strictObject({
  /** The Authorized URL, on whatever host it names. */
  url: z.string(),
  /** core_user_id, short name or display name; the first user when absent. */
  user: z.string().optional(),
  /** Of the user's ad accounts: all when absent, none when empty. */
  advertiserIds: z.array(z.string()).optional(),
  /** Reported in the exchange exactly as given; all the app asks for when absent. */
  scopes: z.array(z.string()).optional(),
});

export type AuthorizeInput = z.input<typeof authorizeSchema>;

/** Does at once what a person would do in the browser; answers the address TikTok would redirect to. */
export function authorize(world: World, input: AuthorizeInput): { location: string } {
  const request = requestOf(world, input.url);
  const user = userOf(world, input.user);
  const advertiserIds = input.advertiserIds ?? user.advertiserIds;
  const own = new Set(user.advertiserIds);
  const foreign = input.advertiserIds?.find((id) => !own.has(id));
  if (foreign) throw new ControlError('unknown_advertiser', `${user.name} has no ad account ${foreign}.`, 404);
  const scopes = input.scopes ?? collapseScopes(request.app.scopes);
  return { location: consent(world, request, { user, advertiserIds, scopes }) };
}

function requestOf(world: World, address: string) {
  if (!URL.canParse(address)) throw new ControlError('invalid_url', 'This is not a URL.');
  const url = new URL(address);
  if (!PORTAL_PATHS.includes(url.pathname)) throw new ControlError('invalid_url', 'This is not an Authorized URL.');
  try {
    return readAuthorizationRequest(world, url.searchParams);
  } catch (error) {
    if (error instanceof PortalRefusal) throw new ControlError(error.code, error.message);
    throw error;
  }
}

export function userOf(world: World, who?: string): User {
  const user = who === undefined ? world.users.values().next().value : world.findUser(who);
  if (!user) throw new ControlError('unknown_user', `There is no user ${who ?? ''}.`, 404);
  return user;
}
