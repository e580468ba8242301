import { Clock } from './clock';
import { Faults } from './faults/faults';
import type { Advertiser, App, AuthCode, Token, User, Visit } from './model';
import { RateLimiter } from './rate-limit';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { Traffic } from './traffic';

/** What a world starts with. */
export interface Seed {
  apps: readonly App[];
  users: readonly User[];
  advertisers: readonly Advertiser[];
}

/** Everything this TikTok knows. Plain maps, open to tests. */
export class World {
  readonly clock = new Clock();
  readonly traffic = new Traffic();
  readonly faults = new Faults();
  readonly limiter = new RateLimiter();

  readonly apps = new Map<string, App>();
  readonly users = new Map<string, User>();
  readonly advertisers = new Map<string, Advertiser>();
  readonly codes = new Map<string, AuthCode>();
  readonly tokens = new Map<string, Token>();
  readonly visits = new Map<string, Visit>();
  /** When a user last typed a verification code for an app, by `app/user`. */
  readonly verifications = new Map<string, number>();

  readonly settings: Settings;

  constructor(seed: Seed, settings: Partial<Settings> = {}) {
    this.settings = { ...DEFAULT_SETTINGS, ...settings };
    for (const app of seed.apps) this.apps.set(app.id, structuredClone(app));
    for (const user of seed.users) this.users.set(user.id, { ...user });
    for (const advertiser of seed.advertisers) this.advertisers.set(advertiser.id, { ...advertiser });
  }

  /** By core_user_id, short name or display name. */
  findUser(who: string): User | undefined {
    return this.users.get(who) ?? [...this.users.values()].find((user) => user.key === who || user.name === who);
  }

  liveTokens(of: { appId?: string; userId?: string }): Token[] {
    return [...this.tokens.values()].filter(
      (token) => token.alive && (!of.appId || token.appId === of.appId) && (!of.userId || token.userId === of.userId),
    );
  }
}
