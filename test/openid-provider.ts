import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type KoaContextWithOIDC, Provider } from 'oidc-provider';

/** Who can sign in there, as the provider knows them. */
export type ProviderPerson = {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  groups?: string[];
};

const path = /^\/interaction\/[\w-]+$/;

/** An OpenID provider on loopback, whose sign-in page takes anybody it knows at their word. It insists on PKCE. */
export async function startOpenIdProvider(port: number, client: { id: string; secret: string; redirectUri: string }) {
  const people = new Map<string, ProviderPerson>();
  const issuer = `http://localhost:${port}`;
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ ...(people.get(sub) ?? { sub }) }),
    }),
    async loadExistingGrant({ oidc: { client, session } }: KoaContextWithOIDC) {
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (!path.test(request.url ?? '')) return answer(request, response);
    if (request.method !== 'POST') {
      const options = [...people.keys()].map((sub) => `<button name="sub" value="${sub}">${sub}</button>`);
      return response.setHeader('content-type', 'text/html').end(`<form method="post">${options.join('')}</form>`);
    }
    const accountId = new URLSearchParams(await text(request)).get('sub') ?? '';
    await provider.interactionFinished(request, response, { login: { accountId } });
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return {
    issuer,
    put: (person: ProviderPerson) => void people.set(person.sub, person),
    /** Signs `sub` in at an address of the provider, in a browser that knows nothing yet: the address it is sent back to. */
    signIn: (address: string, sub: string) => signIn(issuer, address, sub),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function signIn(issuer: string, address: string, sub: string): Promise<string> {
  const cookies = new Map<string, string>();
  const go = async (url: string, body?: URLSearchParams): Promise<string> => {
    const headers = { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') };
    const response = await fetch(url, { method: body ? 'POST' : 'GET', body, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', ...value] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value.join('='));
    }
    return new URL(response.headers.get('location') ?? '', issuer).href;
  };
  return go(await go(await go(address), new URLSearchParams({ sub })));
}
