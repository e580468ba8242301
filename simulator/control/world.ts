import { z } from 'zod';
import { seededHex40, seededId } from '../ids';
import { TIERS, type Advertiser, type App, type Tier, type User } from '../model';
import type { World } from '../world';
import { ControlError } from './request';

const tier = z.enum(Object.keys(TIERS) as [Tier, ...Tier[]]);

export const appSchema = z.strictObject({
  id: z.string().regex(/^\d{5,25}$/),
  secret: z.string().min(1).optional(),
  name: z.string().optional(),
  status: z.enum(['approved', 'blocked', 'developer_rejected']).optional(),
  tier: tier.optional(),
  /** Replaces the registered URLs; `any` takes every redirect URL. */
  redirectUrls: z.union([z.literal('any'), z.array(z.string())]).optional(),
  scopes: z.array(z.string()).optional(),
});

export type AppInput = z.input<typeof appSchema>;

const READING = ['10', '200', '210', '220', '30', '4'];

/** Adds an app, or changes what is named of a known one. A new app takes any redirect URL unless it lists some. */
export function putApp(world: World, input: AppInput): App {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const app: App = {
    ...(world.apps.get(input.id) ?? newApp(input.id)),
    ...(given as Partial<App>),
  };
  world.apps.set(app.id, app);
  return app;
}

/** An app without its secret. */
export function shown({ id, name, status, tier, redirectUrls, scopes }: App) {
  return { id, name, status, tier, redirectUrls, scopes };
}

function newApp(id: string): App {
  return {
    id,
    secret: seededHex40(`secret of ${id}`),
    name: `App ${id.slice(-4)}`,
    status: 'approved',
    tier: 'Basic',
    redirectUrls: 'any',
    scopes: READING,
  };
}

export const userSchema = z.strictObject({
  key: z.string().min(1),
  id: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  /** Ad accounts: known ids, or new ones made on the way. */
  advertisers: z
    .array(z.strictObject({ id: z.string(), name: z.string().optional(), status: z.string().optional() }))
    .default([]),
});

export type UserInput = z.input<typeof userSchema>;

/** Adds a person with ad accounts; an ad account that is known keeps what is not named. */
export function addUser(world: World, { advertisers = [], ...input }: UserInput): User {
  if (world.findUser(input.key)) throw new ControlError('user_exists', `There is a user ${input.key} already.`, 409);
  for (const { id, name, status } of advertisers) {
    const known = world.advertisers.get(id) ?? plainAdvertiser(id);
    world.advertisers.set(id, { ...known, name: name ?? known.name, status: status ?? known.status });
  }
  const user = { ...plainUser(input), advertiserIds: advertisers.map(({ id }) => id) };
  world.users.set(user.id, user);
  return user;
}

/** A person with what was not said of them filled in. */
export function plainUser({ key, id, name, email }: Omit<UserInput, 'advertisers'>): User {
  return {
    id: id ?? seededId(`user ${key}`),
    key,
    name: name ?? key,
    email: email ?? `${key[0]}***@example.com`,
    avatarUrl: 'https://p16-sign.tiktokcdn.example/avatar.jpeg',
    createTime: 1_672_341_876,
    advertiserIds: [],
  };
}

export function plainAdvertiser(id: string): Advertiser {
  return {
    id,
    name: `Ad account ${id.slice(-4)}`,
    company: 'Added Company',
    country: 'US',
    currency: 'USD',
    timezone: 'Etc/GMT+5',
    displayTimezone: 'America/New_York',
    language: 'en',
    industry: '292801',
    status: 'STATUS_ENABLE',
    balance: 0,
    createTime: 1_672_341_876,
  };
}
