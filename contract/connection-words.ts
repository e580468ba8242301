/** The states of a connection, worst first: the order in which a person wants to see them. Plain words, without zod. */
export const statesWorstFirst = [
  'auth_broken',
  'app_problem',
  'degraded',
  'unverifiable',
  'healthy',
  'paused',
  'revoked',
] as const;

/** The columns that a list of connections can be sorted by. */
export const sortColumns = [
  'name',
  'state',
  'app',
  'owner',
  'scopes',
  'advertisers',
  'lastCheck',
  'nextCheck',
  'lastAuthorized',
  'firstAuthorized',
  'newest',
] as const;

/** How many connections can be named one by one in one act. */
export const mostPicked = 10_000;
