import { revokeToken } from '../tokens';
import type { World } from '../world';
import { bodyFields, type Call } from './call';
import { Refusal } from './envelope';
import { livingToken, MESSAGES, requireApp } from './guards';

/** `POST /oauth2/revoke_token/`: ends the token in the body; the header is not looked at. */
export function revokeTokenEndpoint(world: World, call: Call): unknown {
  const { app_id, secret, access_token } = bodyFields(call, ['app_id', 'secret', 'access_token']);
  const app = requireApp(world, app_id, secret);
  const token = livingToken(world, access_token);
  if (token.appId !== app.id) throw new Refusal(40000, MESSAGES.otherApp);
  revokeToken(token);
  return { app_id: app.id, advertiser_ids: token.advertiserIds };
}
