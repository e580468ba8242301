import type { App, User } from './model';
import { startSimulator, type SimulatorOptions } from './server';
import type { World } from './world';

interface Credentials {
  id: string;
  secret: string;
}

interface Reply {
  status: number;
  headers: Headers;
  text: string;
  code: number;
  message: string;
  request_id: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at whatever came
  data: any;
}

export type TestTikTok = Awaited<ReturnType<typeof openTikTok>>;

/** A simulator over real HTTP, with the calls its tests make most. Limits are counted, not enforced, unless told. */
export async function openTikTok(options: SimulatorOptions = {}) {
  const simulator = await startSimulator({ ...options, settings: { rateLimits: 'count', ...options.settings } });
  const { url } = simulator;
  const world = (): World => simulator.world;
  const [app, otherApp] = [...world().apps.values()] as [App, App];

  const authorizedUrl = (state = 's', of: Credentials = app, redirectUri = 'http://localhost:3000/callback') =>
    `${url}/portal/auth?app_id=${of.id}&state=${state}&redirect_uri=${encodeURIComponent(redirectUri)}`;

  const location = (user: string, more: { state?: string; advertiserIds?: string[]; scopes?: string[] } = {}) => {
    const { state, ...given } = more;
    return simulator.authorize({ url: authorizedUrl(state), user, ...given });
  };

  const code = (user: string, more?: { advertiserIds?: string[]; scopes?: string[] }) =>
    new URL(location(user, more)).searchParams.get('auth_code')!;

  const post = (path: string, body: unknown, version = 'v1.3', base = url) =>
    send(`${base}/open_api/${version}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  const get = (path: string, token?: string, query: Record<string, string> = {}, base = url) =>
    send(`${base}/open_api/v1.3/${path}?${new URLSearchParams(query)}`, {
      headers: token === undefined ? {} : { 'Access-Token': token },
    });

  const exchange = (
    auth_code: string,
    more: { app?: Credentials; secret?: string; version?: string; return_advertiser_ids?: boolean } = {},
  ) => {
    const { app: of = app, secret = of.secret, version, ...extra } = more;
    return post('oauth2/access_token/', { app_id: of.id, secret, auth_code, ...extra }, version);
  };

  const token = async (user: string, more?: { advertiserIds?: string[]; scopes?: string[] }): Promise<string> =>
    (await exchange(code(user, more))).data.access_token;

  const control = async (name: string, body: unknown = {}) => {
    const response = await fetch(`${url}/_simulator/${name}`, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, ...(await response.json()) };
  };

  return {
    ...{ url, app, otherApp, authorizedUrl, location, code, post, get, exchange, token, control },
    sandboxUrl: simulator.sandboxUrl,
    user: (key: string): User => world().findUser(key)!,
    get world() {
      return world();
    },
    close: simulator.close,
  };
}

async function send(address: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(address, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, ...JSON.parse(text) };
}
