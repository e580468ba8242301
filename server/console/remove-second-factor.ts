import 'server-only';
import { systemActor } from '@/server/auth/actor';
import { canonicalEmail } from '@/contract/email';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { mailNotice } from '@/server/mail/notify';
import { StartError } from '@/server/start-error';

/**
 * Takes somebody’s second factor away, for when phone and recovery codes are lost, and ends all their sessions. On record
 * in each of their teams.
 * @throws StartError where nobody has that address
 */
export async function removeSecondFactor(email: string): Promise<{ name: string }> {
  const user = await db.user.findUnique({
    where: { email: canonicalEmail(email) },
    select: { id: true, name: true, memberships: { select: { teamId: true }, orderBy: { teamId: 'asc' } } },
  });
  if (!user) throw new StartError('Nobody has this e-mail address.');
  const { id, name } = user;
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { totpSealed: null, totpEnabledAt: null, totpLastStep: null } });
    await tx.recoveryCode.deleteMany({ where: { userId: id } });
    await tx.session.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: new Date() } });
    for (const { teamId } of user.memberships) {
      const actor = systemActor(teamId, 'Command line');
      await record(tx, actor, 'account.second_factor_off', { kind: 'account', id, name });
    }
  });
  await mailNotice(id, 'factorOff', { ip: null });
  return { name };
}
