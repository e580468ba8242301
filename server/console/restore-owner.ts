import 'server-only';
import { canonicalEmail } from '@/contract/email';
import { systemActor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { StartError } from '@/server/start-error';
import { findTeam } from './find-team';

/** Makes somebody who has an account an owner of the team, a member of it or not: for when no owner can sign in any more. */
export async function restoreOwner(slug: string | undefined, email: string): Promise<{ name: string; team: string }> {
  const team = await findTeam(slug);
  const user = await db.user.findUnique({
    where: { email: canonicalEmail(email) },
    select: { id: true, name: true },
  });
  if (!user) throw new StartError('Nobody has this e-mail address. Make the account first: create-owner.');
  await db.$transaction(async (tx) => {
    const key = { teamId: team.id, userId: user.id };
    await tx.membership.upsert({
      where: { teamId_userId: key },
      create: { ...key, role: 'owner' },
      update: { role: 'owner' },
    });
    await record(
      tx,
      systemActor(team.id, 'Command line'),
      'team.owner_restored',
      { kind: 'team', id: team.id },
      { data: { member: user.name } },
    );
  });
  return { name: user.name, team: team.slug };
}
