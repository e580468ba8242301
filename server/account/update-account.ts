import 'server-only';
import type { Account } from '@/contract/account';
import { recordEverywhere } from '@/server/auth/record-everywhere';
import type { Session } from '@/server/auth/session';
import { db } from '@/server/database/client';
import { getAccount } from './get-account';

type Changes = { name?: string; locale?: 'en' | 'ja' | null };

/** Changes one's name or language, as every team sees it. */
export async function updateAccount(session: Session, changes: Changes): Promise<Account> {
  const { id, name: formerName } = session.user;
  const { name = formerName, locale } = changes;
  await db.$transaction(async (tx) => {
    const former = await tx.user.findUniqueOrThrow({ where: { id }, select: { locale: true } });
    const told = {
      ...(name !== formerName && { name, formerName }),
      ...(locale !== undefined && locale !== former.locale && { locale, formerLocale: former.locale }),
    };
    if (Object.keys(told).length === 0) return;
    await tx.user.update({ where: { id }, data: { name, ...(locale !== undefined && { locale }) } });
    await recordEverywhere(tx, session, 'account.changed', undefined, { data: told });
  });
  return getAccount(session);
}
