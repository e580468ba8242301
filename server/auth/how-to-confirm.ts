import 'server-only';
import type { Confirmation, ConfirmationWay } from '@/contract/session';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import type { Actor } from './actor';
import { describeProvider } from './openid';
import { recentUntil } from './recent-password';

/** How somebody proves once more who they are: by their password; who has none by a code, or else at their provider. */
export async function howToConfirm(userId: string): Promise<ConfirmationWay> {
  const { passwordHash, totpEnabledAt } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true, totpEnabledAt: true },
  });
  if (passwordHash !== null) return 'password';
  return totpEnabledAt === null ? 'provider' : 'code';
}

/** The same for whoever asks, and until when they have proved it. */
export async function describeConfirmation(actor: Actor): Promise<Confirmation> {
  if (actor.kind !== 'person') throw new AppError('forbidden', 'Only a person proves who they are.');
  return {
    by: await howToConfirm(actor.id),
    provider: describeProvider()?.name ?? null,
    until: recentUntil(actor.authenticatedAt)?.toISOString() ?? null,
  };
}
