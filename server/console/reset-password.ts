import 'server-only';
import { canonicalEmail } from '@/contract/email';
import { randomBytes } from 'node:crypto';
import { systemActor } from '@/server/auth/actor';
import { hashPassword } from '@/server/auth/password';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { mailNotice } from '@/server/mail/notify';
import { StartError } from '@/server/start-error';

/**
 * Gives a person another password, returned this once, and ends all their sessions. On record in each of their teams.
 * @throws StartError where nobody has that address
 */
export async function resetPassword(email: string): Promise<string> {
  const user = await db.user.findUnique({
    where: { email: canonicalEmail(email) },
    select: { id: true, name: true, memberships: { select: { teamId: true }, orderBy: { teamId: 'asc' } } },
  });
  if (!user) throw new StartError('Nobody has this e-mail address.');
  const password = randomBytes(16).toString('base64url');
  const passwordHash = await hashPassword(password);
  await db.$transaction(async (tx) => {
    const at = new Date();
    await tx.user.update({ where: { id: user.id }, data: { passwordHash, passwordSetAt: at } });
    await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: at } });
    for (const { teamId } of user.memberships) {
      await record(
        tx,
        systemActor(teamId, 'Command line'),
        'team.password_reset',
        { kind: 'team', id: teamId },
        { data: { member: user.name } },
      );
    }
  });
  await mailNotice(user.id, 'passwordReset', { ip: null });
  return password;
}
