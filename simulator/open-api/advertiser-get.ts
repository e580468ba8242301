import type { World } from '../world';
import { queryFields, type Call } from './call';
import { Refusal } from './envelope';
import { MESSAGES, requireApp, requireToken } from './guards';

/** `GET /oauth2/advertiser/get/`: every ad account the token reaches, on one page. The secret is in the query. */
export function advertiserGet(world: World, call: Call): unknown {
  if (call.sandbox) throw new Refusal(40009, 'This endpoint is not supported in the sandbox environment.');
  const token = requireToken(world, call);
  const { app_id, secret } = queryFields(call, ['app_id', 'secret']);
  if (token.appId !== app_id) throw new Refusal(40000, MESSAGES.otherApp);
  requireApp(world, app_id, secret);
  return {
    list: token.advertiserIds.map((id) => ({
      advertiser_id: id,
      advertiser_name: world.advertisers.get(id)?.name ?? '',
    })),
  };
}
