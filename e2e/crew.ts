import { randomInt } from 'node:crypto';
import { expect } from '@playwright/test';
import type { App } from '@/contract/apps';
import type { Authorization } from '@/contract/authorizations';
import type { Connection } from '@/contract/connections';
import type { Role } from '@/contract/permissions';
import type { Facts, Member, NewTeam } from './backstage';
import type { ReceivedMail } from '@/test/mail-server';
import type { ProviderPerson } from '@/test/openid-provider';
import { appUrl, backstageUrl, planted } from './facts';
import { tiktok } from './tiktok';

/** A team of a test's own, and what a test needs to have happened in it before it begins. */
export type Crew = Awaited<ReturnType<typeof newCrew>>;
export type TikTokPerson = { key: string; name: string; advertiserIds: string[] };

export async function newCrew(name = 'Aoyama Media', slug?: string) {
  const team = await backstage<NewTeam>('POST /teams', { name, slug });
  const member = (role: Role, password?: string, called = `${role} ${name}`) =>
    backstage<Member>('POST /members', { teamId: team.id, role, name: called, password });
  const owner = await member('owner');
  const ask = askAs(owner, team.slug);
  const fill = (app: { id: string }, count: number) =>
    backstage('POST /connections', { teamId: team.id, appId: app.id, count });
  return { ...team, name, owner, member, ask, fill, ...story(ask) };
}

export type Ask = <T>(line: string, body?: unknown) => Promise<T>;

/** The API as a browser of this member calls it: `ask('POST /apps', {…})`. Throws for any refusal. */
function askAs({ cookie }: Pick<Member, 'cookie'>, team: string): Ask {
  return async <T>(line: string, body?: unknown) => {
    const [method = '', path = ''] = line.split(' ');
    const headers = {
      cookie: `${cookie.name}=${cookie.value}`,
      origin: appUrl,
      'x-team': team,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const response = await fetch(`${appUrl}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${line}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  };
}

function story(ask: Ask) {
  return {
    /** An app that TikTok knows as well. */
    async createApp({ name = 'Reporting', redirectUrls = [`${appUrl}/callback`], scopes = ['4', '100', '200'] } = {}) {
      const appId = newTikTokId();
      await tiktok('apps', { id: appId, secret: planted.appSecret, name, scopes, redirectUrls: 'any' });
      return ask<App & { appId: string }>('POST /apps', { name, appId, secret: planted.appSecret, redirectUrls });
    },
    /** A connection by way of a copied URL and a pasted address, without a browser; a new one once TikTok has said whose it is. */
    async connect(
      app: { id: string },
      as: TikTokPerson,
      more: { advertiserIds?: string[]; connectionId?: string } = {},
    ) {
      const { advertiserIds, connectionId } = more;
      const { url } = await ask<{ url: string }>(`POST /apps/${app.id}/authorizations`, { bound: false, connectionId });
      const { location } = await tiktok<{ location: string }>('authorize', { url, user: as.key, advertiserIds });
      const ending = await ask<Authorization>('POST /authorizations/complete', { pasted: location });
      const look = () => ask<Connection>(`GET /connections/${ending.connectionId}`);
      if (ending.status === 'connected' && !connectionId)
        await expect.poll(look, { timeout: 90_000 }).toMatchObject({ inspected: true });
      return ending;
    },
  };
}

/** Somebody with ad accounts at TikTok whom no other test knows. */
export async function newPerson(name: string, accounts = ['Main', 'Second']): Promise<TikTokPerson> {
  const key = `person-${newTikTokId()}`;
  const advertisers = accounts.map((account) => ({ id: newTikTokId(), name: `${account} of ${name}` }));
  await tiktok('users', { key, name: `${name} ${key.slice(-5)}`, advertisers });
  return { key, name: `${name} ${key.slice(-5)}`, advertiserIds: advertisers.map(({ id }) => id) };
}

/** 19 digits, above 2^53, and never one that a JavaScript number could hold. */
export function newTikTokId(): string {
  return `7${randomInt(1e8, 1e9)}${randomInt(1e8, 1e9)}`.slice(0, 18) + (1 + 2 * randomInt(0, 5));
}

/** Somebody whom the OpenID provider knows, or knows otherwise than before. */
export const knowAtProvider = (person: ProviderPerson) => backstage('POST /provider', person);

/** The mail that has come, or comes, to this address. */
export const mailTo = (to: string) => backstage<ReceivedMail>('POST /mail', { to });

/** The secret of a second factor that this member has from now on. */
export const giveFactor = ({ id }: Member) => backstage<{ secret: string }>('POST /factors', { id });

/** An event of a team's audit, changed past the product. */
export const tamper = (teamId: string, sequence: number) => backstage('POST /tampering', { teamId, sequence });

/** The stored Secret of an app, changed past the product. */
export const alterSecret = (appId: string) => backstage('POST /tampering/secret', { appId });

/** A token of an earlier time, put back past the product. */
export const putTokenBack = (connectionId: string) => backstage('POST /tampering/token', { connectionId });

/** Makes every data key one that has sealed so often. */
export const wearKey = (seals: number) => backstage('POST /seals', { seals });

/** All data keys are wrapped by a master key that is not the current one. */
export const wrapOtherwise = () => backstage('POST /wrapping', {});

export const stageFacts = () => backstage<Facts>('GET /facts');

async function backstage<T>(line: string, body?: unknown): Promise<T> {
  const [method = '', path = ''] = line.split(' ');
  const response = await fetch(backstageUrl + path, { method, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${line}: ${await response.text()}`);
  return (await response.json()) as T;
}
