import { z } from 'zod';
import type { Advertiser, Token, User } from '../model';
import type { World } from '../world';
import { appSchema, plainAdvertiser, plainUser, putApp } from './world';
import { ControlError } from './request';

const advertiser = z.strictObject({
  id: z.string().regex(/^\d+$/),
  name: z.string(),
  status: z.string().optional(),
  company: z.string().optional(),
  country: z.string().optional(),
  currency: z.string().optional(),
  timezone: z.string().optional(),
});

const token = z.strictObject({
  value: z.string().min(1),
  appId: z.string(),
  user: z.strictObject({ id: z.string(), name: z.string() }),
  advertiserIds: z.array(z.string()),
  scopes: z.array(z.string()),
  alive: z.boolean().default(true),
  sandbox: z.boolean().default(false),
});

export const importSchema = z.strictObject({
  apps: z.array(appSchema).default([]),
  advertisers: z.array(advertiser).default([]),
  tokens: z.array(token).default([]),
});

type Import = z.output<typeof importSchema>;

/** Takes in a world made elsewhere, as many requests as it needs: tokens that were issued before this TikTok began. */
export function importWorld(world: World, { apps, advertisers, tokens }: Import) {
  for (const app of apps) putApp(world, app);
  for (const given of advertisers) {
    const known: Advertiser = world.advertisers.get(given.id) ?? plainAdvertiser(given.id);
    world.advertisers.set(given.id, { ...known, ...defined(given) });
  }
  for (const given of tokens) addToken(world, given);
  return { apps: world.apps.size, advertisers: world.advertisers.size, tokens: world.tokens.size };
}

function addToken(world: World, { user, ...given }: Import['tokens'][number]): void {
  if (!world.apps.has(given.appId)) throw new ControlError('unknown_app', `There is no app ${given.appId}.`, 404);
  const known: User = world.users.get(user.id) ?? plainUser({ key: user.id, ...user });
  const reached = new Set([...known.advertiserIds, ...given.advertiserIds]);
  world.users.set(user.id, { ...known, advertiserIds: [...reached] });
  const made: Token = { ...given, userId: user.id, issuedAt: world.clock.now() };
  world.tokens.set(made.value, made);
}

function defined<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
