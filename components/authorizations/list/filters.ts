import type { AuthorizationStatus } from '@/contract/authorizations';
import { oneOf } from '@/lib/address';

export const filters = ['all', 'waiting', 'deciding', 'connected', 'unfinished'] as const;
export type Filter = (typeof filters)[number];

/** `?status=waiting` in the address. */
export const statusFilter = { status: oneOf(filters, 'all') };

const statuses: Record<Exclude<Filter, 'all'>, AuthorizationStatus[]> = {
  waiting: ['pending', 'claimed'],
  deciding: ['quarantined', 'comparing'],
  connected: ['connected', 'no_advertisers'],
  unfinished: ['cancelled', 'expired', 'refused', 'lost'],
};

/** As the API wants it; nothing for all of them. */
export function statusInput(filter: Filter): { status?: string } {
  return filter === 'all' ? {} : { status: statuses[filter].join(',') };
}
