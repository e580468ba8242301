import 'server-only';
import type { GrantFilter } from '@/contract/grants';
import type { Actor } from '@/server/auth/actor';
import { grantsWithin } from '@/server/auth/within';
import { findConnection } from './find-connection';
import { readGrants } from './read-grants';

/** One page of the advertisers that a connection reaches. */
export async function listAdvertisers(actor: Actor, { id, q, sort, newToTeam, ...page }: GrantFilter) {
  const { advertiserCount } = await findConnection(actor, id);
  const within = grantsWithin(actor);
  const total = q || newToTeam !== undefined || within.length > 0 ? undefined : advertiserCount;
  return readGrants(actor, { connectionId: id, q, sort, newToTeam, narrowed: within, total }, page);
}
