import { type TikTokEndpoint, advertiserInfoFields, tikTokEndpoints } from './tiktok-endpoints';

type Call = { apiUrl: string; appId: string; advertiserIds?: readonly string[] };

/** A call as we make it, for a terminal; `<SECRET>`, `<ACCESS_TOKEN>` and `<AUTH_CODE>` stand where secrets belong. */
export function tikTokCurl(endpoint: TikTokEndpoint, call: Call): string {
  const { method, path } = tikTokEndpoints[endpoint];
  const { body, query } = payloads(call)[endpoint];
  const lines = [
    `curl --request ${method} ${quote(call.apiUrl.replace(/\/+$/, '') + path)}`,
    ...(endpoint === 'exchange' ? [] : [`--header ${quote('Access-Token: <ACCESS_TOKEN>')}`]),
    ...(body ? [`--header ${quote('Content-Type: application/json')}`, `--data ${quote(JSON.stringify(body))}`] : []),
    ...(query
      ? ['--get', ...Object.entries(query).map(([name, value]) => `--data-urlencode ${quote(`${name}=${value}`)}`)]
      : []),
  ];
  return lines.join(' \\\n  ');
}

type Payload = { body?: Record<string, string>; query?: Record<string, string> };

function payloads({ appId, advertiserIds = [] }: Call): Record<TikTokEndpoint, Payload> {
  const app = { app_id: appId, secret: '<SECRET>' };
  return {
    exchange: { body: { ...app, auth_code: '<AUTH_CODE>' } },
    revoke: { body: { ...app, access_token: '<ACCESS_TOKEN>' } },
    advertisers: { query: app },
    advertiserInfo: {
      query: { advertiser_ids: JSON.stringify(advertiserIds), fields: JSON.stringify(advertiserInfoFields) },
    },
    user: {},
  };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
