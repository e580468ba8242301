/** Every call that is made to TikTok. The final slash is part of the address: without it TikTok answers 404. */
export const tikTokEndpoints = {
  exchange: { method: 'POST', path: '/open_api/v1.3/oauth2/access_token/' },
  revoke: { method: 'POST', path: '/open_api/v1.3/oauth2/revoke_token/' },
  advertisers: { method: 'GET', path: '/open_api/v1.3/oauth2/advertiser/get/' },
  advertiserInfo: { method: 'GET', path: '/open_api/v1.3/advertiser/info/' },
  user: { method: 'GET', path: '/open_api/v1.3/user/info/' },
} as const;

export type TikTokEndpoint = keyof typeof tikTokEndpoints;

/** What is asked of `/advertiser/info/` about each advertiser. */
export const advertiserInfoFields = [
  'advertiser_id',
  'name',
  'status',
  'role',
  'company',
  'country',
  'currency',
  'timezone',
  'display_timezone',
  'language',
  'industry',
  'create_time',
  'advertiser_account_type',
  'owner_bc_id',
  'rejection_reason',
] as const;
