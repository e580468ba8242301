import 'server-only';
import { canonicalEmail } from '@/contract/email';
import { systemActor } from '@/server/auth/actor';
import { hashPassword } from '@/server/auth/password';
import { record } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { freeSlug } from './team-slug';

export type NewOwner = { email: string; password: string; name?: string; teamName?: string };
export type Owner = { userId: string; teamId: string; teamSlug: string };

/** A person, a team, and the person as its owner. `first` is asked inside the transaction, and may refuse by throwing. */
export async function createOwner(
  { email, password, name, teamName = 'Team' }: NewOwner,
  first: (tx: Transaction) => Promise<void> = async () => {},
): Promise<Owner> {
  const passwordHash = await hashPassword(password);
  const address = canonicalEmail(email);
  return db.$transaction(async (tx) => {
    await first(tx);
    if (await tx.user.findUnique({ where: { email: address }, select: { id: true } })) {
      throw new AppError('conflict', 'There is an account with this e-mail address already.', {
        data: { field: 'email' },
      });
    }
    const user = await tx.user.create({
      data: { email: address, name: name || address.replace(/@.*/, ''), passwordHash, passwordSetAt: new Date() },
      select: { id: true, name: true },
    });
    const slug = await freeSlug(tx, teamName);
    const team = await tx.team.create({ data: { slug, name: teamName }, select: { id: true } });
    await tx.membership.create({ data: { teamId: team.id, userId: user.id, role: 'owner' } });
    await record(
      tx,
      systemActor(team.id),
      'team.created',
      { kind: 'team', id: team.id, name: teamName },
      {
        data: { owner: user.name },
      },
    );
    return { userId: user.id, teamId: team.id, teamSlug: slug };
  });
}
