import { StartError } from '@/server/start-error';
import type { Size } from './size';
import { referenceTeams, type LoadedTeam } from './team';

const atOnce = 2_000;

/** Makes a running simulator know everybody and everything in the reference load, tokens too. */
export async function tellSimulator(url: string, size: Size): Promise<void> {
  for (const team of referenceTeams(size)) {
    await send(url, {
      apps: team.apps.map(({ appId, secret, name, tier, scopes, blocked }) => ({
        id: appId,
        secret,
        name,
        tier: tierOf(tier),
        scopes,
        status: blocked ? 'blocked' : 'approved',
      })),
    });
    for (const advertisers of inBatches(team.advertisers)) {
      await send(url, {
        advertisers: advertisers.map(({ id, name, status, client }) => ({
          id,
          name,
          status,
          company: client.company,
          ...client.place,
        })),
      });
    }
    for (const tokens of inBatches(tokensOf(team))) await send(url, { tokens });
  }
}

function tokensOf({ connections, advertisers }: LoadedTeam) {
  return connections.flatMap(({ token, app, person, fate, advertisers: reached }) => {
    if (token === null) return [];
    return {
      value: token,
      appId: app.appId,
      user: { id: person.id, name: person.name },
      advertiserIds: reached.map((n) => advertisers[n]!.id),
      scopes: fate.token === 'may_not_describe' ? app.scopes.filter((id) => id !== '1' && id !== '10') : app.scopes,
      alive: fate.token !== 'dead',
      sandbox: app.environment === 'sandbox',
    };
  });
}

const tierOf = (tier: string) => tier.charAt(0).toUpperCase() + tier.slice(1);

function* inBatches<T>(all: T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += atOnce) yield all.slice(from, from + atOnce);
}

async function send(url: string, body: object): Promise<void> {
  const response = await fetch(new URL('/_simulator/import', url), {
    method: 'POST',
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new StartError(`No simulator answers at ${url}.`, { cause });
  });
  if (!response.ok) throw new Error(`The simulator refused: ${await response.text()}`);
}
