import type { Authorization } from '@/contract/authorizations';

/** How soon, in milliseconds, an authorization is worth asking about again; false when only a person moves it on. */
export function pollEvery({ status, comparison }: Pick<Authorization, 'status' | 'comparison'>): number | false {
  if (status === 'pending') return 2500;
  if (status === 'claimed') return 1500;
  if (status === 'comparing') return comparison ? false : 1500;
  return status === 'quarantined' ? 15_000 : false;
}
