const under = (team: string, ...parts: string[]) => `/${[team, ...parts].map(encodeURIComponent).join('/')}`;

/** Every address of the product; `team` is the team's slug. */
export const paths = {
  root: '/',
  signIn: '/sign-in',
  setup: '/setup',
  invitation: '/invitation',
  forgotPassword: '/forgot-password',
  /** One's own; `team` is where they came from, and go back to. */
  account: (team?: string) => (team ? `/account?team=${encodeURIComponent(team)}` : '/account'),
  team: (team: string) => under(team),
  settings: (team: string) => under(team, 'settings'),
  members: (team: string) => under(team, 'members'),
  newTeam: (team: string) => under(team, 'teams', 'new'),
  security: (team: string) => under(team, 'settings', 'security'),
  apiKeys: (team: string) => under(team, 'api-keys'),
  connections: (team: string) => under(team, 'connections'),
  connect: (team: string) => under(team, 'connect'),
  connection: (team: string, connectionId: string) => under(team, 'connections', connectionId),
  advertisers: (team: string) => under(team, 'advertisers'),
  advertiser: (team: string, advertiserId: string) => under(team, 'advertisers', advertiserId),
  coverage: (team: string) => under(team, 'coverage'),
  coverageList: (team: string, listId: string) => under(team, 'coverage', listId),
  authorizations: (team: string) => under(team, 'authorizations'),
  authorization: (team: string, authorizationId: string) => under(team, 'authorizations', authorizationId),
  apps: (team: string) => under(team, 'apps'),
  newApp: (team: string) => under(team, 'apps', 'new'),
  app: (team: string, appId: string) => under(team, 'apps', appId),
  audit: (team: string) => under(team, 'audit'),
  auditOf: (team: string, objectId: string) => `${under(team, 'audit')}?objectId=${encodeURIComponent(objectId)}`,
  /** Where TikTok's redirect ends: an authorization's id, or what became of a redirect that belongs to none. */
  outcome: (ending: string) => under('outcome', ending),
  editApp: (team: string, appId: string) => under(team, 'apps', appId, 'edit'),
  apiDocs: '/api/v1/docs',
} as const;
