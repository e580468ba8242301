import 'server-only';
import type { Account } from '@/contract/account';
import { wantsSecondFactor } from '@/server/auth/find-actor';
import type { Session } from '@/server/auth/session';
import { db } from '@/server/database/client';

/** Who is signed in, and how they sign in. */
export async function getAccount(session: Session): Promise<Account> {
  const { memberships } = session;
  const { passwordHash, totpEnabledAt, identities, locale, _count, ...user } = await db.user.findUniqueOrThrow({
    where: { id: session.user.id },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      passwordHash: true,
      totpEnabledAt: true,
      identities: { orderBy: { createdAt: 'asc' }, select: { provider: true, createdAt: true } },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  return {
    ...user,
    locale: locale === 'en' || locale === 'ja' ? locale : null,
    hasPassword: passwordHash !== null,
    secondFactor: totpEnabledAt && { since: totpEnabledAt.toISOString(), recoveryCodesLeft: _count.recoveryCodes },
    identities: identities.map(({ provider, createdAt }) => ({ issuer: provider, since: createdAt.toISOString() })),
    teams: memberships.map((membership) => ({
      slug: membership.team.slug,
      name: membership.team.name,
      role: membership.role,
      wantsSecondFactor: wantsSecondFactor({ hasTotp: totpEnabledAt !== null }, membership),
    })),
  };
}
