import 'server-only';
import { canonicalEmail } from '@/contract/email';
import { systemActor } from '@/server/auth/actor';
import { hashPassword } from '@/server/auth/password';
import { newResetLink, unknownPassword } from '@/server/auth/reset-link';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { mailNotice } from '@/server/mail/notify';
import { StartError } from '@/server/start-error';

/**
 * Takes a person’s password away, and every link that sets it, and ends all their sessions; returns a new link, by which
 * they choose another. On record in each of their teams.
 * @throws StartError where nobody has that address
 */
export async function resetPassword(email: string): ReturnType<typeof newResetLink> {
  const user = await db.user.findUnique({
    where: { email: canonicalEmail(email) },
    select: { id: true, name: true, memberships: { select: { teamId: true }, orderBy: { teamId: 'asc' } } },
  });
  if (!user) throw new StartError('Nobody has this e-mail address.');
  const passwordHash = await hashPassword(unknownPassword());
  const link = await db.$transaction(async (tx) => {
    const at = new Date();
    await tx.user.update({ where: { id: user.id }, data: { passwordHash, passwordSetAt: at } });
    await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: at } });
    await tx.passwordReset.deleteMany({ where: { userId: user.id, usedAt: null } });
    for (const { teamId } of user.memberships) {
      await record(
        tx,
        systemActor(teamId, 'Command line'),
        'team.password_reset',
        { kind: 'team', id: teamId },
        { data: { member: user.name } },
      );
    }
    return newResetLink(user.id, tx);
  });
  await mailNotice(user.id, 'passwordReset', { ip: null });
  return link;
}
