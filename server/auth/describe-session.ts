import 'server-only';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '@/contract';
import { AppError } from '@/server/errors';
import type { Actor } from './actor';
import { permissionsOf } from './permissions';

/** Who asks, in which team, and what they may do there. */
export function describeSession(actor: Actor): InferContractRouterOutputs<typeof contract>['session']['get'] {
  if (actor.kind !== 'person') throw new AppError('unauthenticated', 'Nobody is signed in.');
  return {
    person: { id: actor.id, name: actor.name, email: actor.email },
    team: { id: actor.teamId, slug: actor.teamSlug, name: actor.teamName },
    role: actor.role,
    permissions: [...permissionsOf[actor.role]],
  };
}
