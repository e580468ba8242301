import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { grantsWithin } from '@/server/auth/within';
import { findConnection } from './find-connection';
import { readGrants } from './read-grants';

type Input = { id: string; q?: string; cursor?: string; limit: number; skip?: number };

/** The advertisers a connection reaches, by name; `q` is part of a name, or the first four digits or more of an id. */
export async function listAdvertisers(actor: Actor, { id, q, ...page }: Input) {
  const { advertiserCount } = await findConnection(actor, id);
  const within = grantsWithin(actor);
  const total = q || within.length > 0 ? undefined : advertiserCount;
  return readGrants(actor, { connectionId: id, q, narrowed: within, total }, page);
}
