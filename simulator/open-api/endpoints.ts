import type { World } from '../world';
import { accessToken } from './access-token';
import { advertiserGet } from './advertiser-get';
import { advertiserInfo } from './advertiser-info';
import type { Call, Version } from './call';
import { Refusal } from './envelope';
import { revokeTokenEndpoint } from './revoke-token';
import { userInfo } from './user-info';

export interface Endpoint {
  method: 'GET' | 'POST';
  versions: readonly Version[];
  /** Answers `data`, or throws a Refusal. */
  answer: (world: World, call: Call) => unknown;
}

/** By the path between the version and the last slash. */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'oauth2/access_token': { method: 'POST', versions: ['v1.2', 'v1.3'], answer: productionOnly(accessToken) },
  'oauth2/revoke_token': { method: 'POST', versions: ['v1.3'], answer: productionOnly(revokeTokenEndpoint) },
  'oauth2/advertiser/get': { method: 'GET', versions: ['v1.3'], answer: advertiserGet },
  'advertiser/info': { method: 'GET', versions: ['v1.3'], answer: advertiserInfo },
  'user/info': { method: 'GET', versions: ['v1.3'], answer: userInfo },
};

/** The sandbox has no OAuth round trip: its token is made in the portal. */
function productionOnly(answer: Endpoint['answer']): Endpoint['answer'] {
  return (world, call) => {
    if (call.sandbox) throw new Refusal(40009, 'This endpoint is not supported in the sandbox environment.');
    return answer(world, call);
  };
}
