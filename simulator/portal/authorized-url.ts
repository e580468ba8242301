import type { App, AuthorizationRequest } from '../model';
import type { World } from '../world';

/** What the portal shows instead of its sign-in: a page of its own, never a redirect. */
export class PortalRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The paths TikTok answers with its consent page: today's and the one before it. */
export const PORTAL_PATHS = ['/portal/auth', '/marketing_api/auth'];

/** Reads the query of an Authorized URL. Anything but app_id, state and redirect_uri is ignored. */
export function readAuthorizationRequest(world: World, query: URLSearchParams): AuthorizationRequest {
  const app = world.apps.get(query.get('app_id') ?? '');
  if (!app) throw new PortalRefusal('unknown_app', 'There is no app with this app_id.');
  if (app.status !== 'approved') throw new PortalRefusal('app_unavailable', 'This app is not available at the moment.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!accepts(world, app, redirectUri)) {
    throw new PortalRefusal('redirect_mismatch', 'The redirect_uri is not one of the URLs registered for this app.');
  }
  return { app, redirectUri, state: query.get('state') ?? '' };
}

function accepts(world: World, app: App, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  if (app.redirectUrls === 'any' || app.redirectUrls.includes(redirectUri)) return true;
  return world.settings.anyLoopbackRedirect && isLoopback(new URL(redirectUri).hostname);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
