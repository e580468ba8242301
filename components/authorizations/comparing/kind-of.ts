import type { Comparison } from '@/contract/authorizations';

/** What a comparison comes to: `unknown` may replace, `unrelated` and `different` may not. */
export function kindOf({ identity, canReplace }: Pick<Comparison, 'identity' | 'canReplace'>) {
  if (identity !== 'unknown') return identity;
  return canReplace ? 'unknown' : 'unrelated';
}

export function losesAnything({ advertisers, scopes }: Pick<Comparison, 'advertisers' | 'scopes'>): boolean {
  return advertisers.lostCount > 0 || scopes.lost.length > 0;
}
