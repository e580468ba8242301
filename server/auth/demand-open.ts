import 'server-only';
import type { LimitKind, OperationMeta } from '@/contract/operation';
import { AppError } from '@/server/errors';
import type { Actor, Limits } from './actor';

/**
 * What the contract keeps from keys: what is for people, and what does not keep to a limit that the key has.
 * @throws AppError forbidden
 */
export function demandOpen(actor: Actor, { permission, limits: kept = [] }: OperationMeta): void {
  if (actor.kind !== 'key') return;
  if (permission === 'session') throw new AppError('forbidden', 'Only a person signed in has a session.');
  const broken = kindsOf(actor.limits).filter((kind) => !kept.includes(kind));
  if (broken.length === 0) return;
  throw new AppError(
    'forbidden',
    `This key is limited by ${broken.join(' and ')}, which this operation cannot keep to.`,
    {
      data: { reason: 'limited_key', limits: broken },
    },
  );
}

function kindsOf(limits: Limits | null): LimitKind[] {
  if (!limits) return [];
  const named = { app: limits.appIds, tag: limits.tagIds, advertiser: limits.advertiserIds };
  return (Object.keys(named) as LimitKind[]).filter((kind) => named[kind].length > 0);
}
