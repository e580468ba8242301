import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { AppError } from '@/server/errors';

/** The person whose views these are. @throws AppError forbidden for who is none. */
export function ownerOf(actor: Actor): string {
  if (actor.kind !== 'person') throw new AppError('forbidden', 'Only a person keeps views.');
  return actor.id;
}
