import 'server-only';
import type { Authorization } from '@/contract/authorizations';
import type { Actor } from '@/server/auth/actor';
import { AppError } from '@/server/errors';
import { endAuthorization } from './end-authorization';
import { findAuthorization } from './find-authorization';
import { toAuthorization } from './to-authorization';

/** Withdraws a pending Authorized URL, or drops the code or the token it brought. */
export async function cancelAuthorization(actor: Actor, { id }: { id: string }): Promise<Authorization> {
  const { status } = await findAuthorization(actor, id);
  const ended = await endAuthorization(actor, id, { from: ['pending', 'quarantined', 'comparing'], to: 'cancelled' });
  if (!ended) throw new AppError('conflict', 'This authorization can no longer be cancelled.', { data: { status } });
  return toAuthorization(await findAuthorization(actor, id));
}
