import 'server-only';

export type Pace = {
  tier: 'basic' | 'advanced' | 'premium' | 'ultimate';
  environment: 'production' | 'sandbox';
  /** Share of TikTok's limit that may be used, in percent. */
  budgetPercent: number;
};

/** What TikTok lets an app send a second (its document 1740029171730433). */
const perSecond = { basic: 10, advanced: 20, premium: 30, ultimate: 50 } as const;
/** The sandbox has no tiers: one a second. */
const perSecondInSandbox = 1;

/**
 * Milliseconds from one call to the next. TikTok's limits per minute and per day are 60 and 86,400 times the one per
 * second, so calls that are evenly spaced at a share of that keep to the same share of all three.
 */
export function callInterval({ tier, environment, budgetPercent }: Pace): number {
  const limit = environment === 'sandbox' ? perSecondInSandbox : perSecond[tier];
  return 100_000 / (limit * budgetPercent);
}
