/** Requests an app may send per second, minute and day; Basic is what every app starts with. */
export const TIERS = {
  Basic: { second: 10, minute: 600, day: 864_000 },
  Advanced: { second: 20, minute: 1_200, day: 1_728_000 },
  Premium: { second: 30, minute: 1_800, day: 2_592_000 },
  Ultimate: { second: 50, minute: 3_000, day: 4_320_000 },
} as const;

export type Tier = keyof typeof TIERS;

/** `blocked` answers 40113, `developer_rejected` 40124; neither gets past the portal. */
type AppStatus = 'approved' | 'blocked' | 'developer_rejected';

export interface App {
  id: string;
  secret: string;
  name: string;
  status: AppStatus;
  tier: Tier;
  /** Registered Advertiser redirect URLs, compared character by character; `any` takes whatever comes. */
  redirectUrls: string[] | 'any';
  /** The permissions the app asks for, at any level of the tree. */
  scopes: string[];
}

export interface Advertiser {
  id: string;
  name: string;
  company: string;
  country: string;
  currency: string;
  timezone: string;
  displayTimezone: string;
  language: string;
  industry: string;
  status: string;
  balance: number;
  /** Seconds since 1970. */
  createTime: number;
}

/** A person with a TikTok for Business account. */
export interface User {
  /** `core_user_id`: what identifies the person. */
  id: string;
  /** Short name for the control API. */
  key: string;
  name: string;
  /** Masked, as TikTok shows it. */
  email: string;
  avatarUrl: string;
  createTime: number;
  advertiserIds: readonly string[];
}

/** What a person gave an app. */
export interface Grant {
  appId: string;
  userId: string;
  advertiserIds: readonly string[];
  /** As reported: a whole group by its id, a part of it by what is below. */
  scopes: readonly string[];
}

export interface AuthCode extends Grant {
  value: string;
  issuedAt: number;
  status: 'fresh' | 'used' | 'canceled';
  /** Every call that presented it. */
  attempts: number;
  /** Those that got a token: never more than one. */
  exchanges: number;
}

export interface Token extends Grant {
  value: string;
  issuedAt: number;
  /** Undefined for a sandbox token, which comes from the portal and not from a code. */
  authCode?: string;
  sandbox: boolean;
  alive: boolean;
}

/** What an Authorized URL asks for. */
export interface AuthorizationRequest {
  app: App;
  redirectUri: string;
  state: string;
}

/** One person's way through the portal, from the Authorized URL to its end. */
export interface Visit extends AuthorizationRequest {
  id: string;
  step: 'sign-in' | 'permissions' | 'code' | 'left';
  userId?: string;
  advertiserIds: readonly string[];
  scopes: readonly string[];
  /** What was wrong with the last thing sent in. */
  problem?: string;
  codeSent?: boolean;
}
