import 'server-only';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { countAttempt } from '@/server/auth/attempts';
import { membershipSelect, toPerson } from '@/server/auth/to-person';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { freeSlug } from './team-slug';

/** Another team, with whoever asks as its owner. Nothing goes over from theirs. @throws AppError rate_limited */
export async function createTeam(
  actor: Actor,
  { name }: { name: string },
): Promise<{ id: string; slug: string; name: string }> {
  if (actor.kind !== 'person') throw new AppError('forbidden', 'Only a person creates a team.');
  await countAttempt(`teams of ${actor.id}`, 20);
  const { id: userId, email, sessionId, authenticatedAt, ip, userAgent } = actor;
  return db.$transaction(async (tx) => {
    const slug = await freeSlug(tx, name);
    const { id } = await tx.team.create({ data: { slug, name }, select: { id: true } });
    const membership = await tx.membership.create({
      data: { teamId: id, userId, role: 'owner' },
      select: membershipSelect,
    });
    const user = { id: userId, name: actor.name, email };
    const owner = toPerson({ id: sessionId, user, authenticatedAt, ip, userAgent }, membership);
    await record(tx, owner, 'team.created', { kind: 'team', id, name }, { data: { owner: actor.name } });
    return { id, slug, name };
  });
}
