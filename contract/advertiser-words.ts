/** How an advertiser is reached, worst first. Plain words, without zod. */
export const reaches = ['none', 'broken_only', 'one_token', 'one_person', 'several'] as const;
export type Reach = (typeof reaches)[number];

/** Those that a token reaches which may still be counted on. */
export const coveredReaches = ['one_token', 'one_person', 'several'] as const satisfies readonly Reach[];

/** The columns that a list of advertisers can be sorted by. */
export const advertiserColumns = [
  'name',
  'id',
  'status',
  'company',
  'country',
  'currency',
  'timezone',
  'reach',
  'connections',
  'live',
  'newest',
] as const;

/** The columns that the advertisers of one connection can be sorted by. */
export const grantColumns = [
  'name',
  'id',
  'status',
  'company',
  'country',
  'currency',
  'timezone',
  'live',
  'since',
  'firstSeen',
] as const;

/** What an expected advertiser turns out to be, worst first. */
export const coverages = ['uncovered', 'broken_only', 'once', 'covered'] as const;
export type Coverage = (typeof coverages)[number];

/** The columns that the rows of a coverage list can be sorted by. */
export const coverageColumns = ['coverage', 'label', 'id', 'connections'] as const;

/** Why a line of an uploaded list could not be read. */
export const lineProblems = ['no_id', 'not_an_id', 'rounded_id', 'text_too_long'] as const;

/** The most advertisers that a coverage list holds. */
export const mostExpected = 300_000;
