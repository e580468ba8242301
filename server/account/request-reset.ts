import 'server-only';
import { language as languageShape, type Language } from '@/contract/invitations';
import { record } from '@/server/audit/record';
import { systemActor } from '@/server/auth/actor';
import { addressOf, networkOf } from '@/server/auth/address';
import { countAttempt } from '@/server/auth/attempts';
import { newResetLink } from '@/server/auth/reset-link';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { log } from '@/server/log';
import { mailWords } from '@/server/mail/mail-words';
import { isMailConfigured, sendMail } from '@/server/mail/send-mail';

const mostToOneAddress = 5;
const mostFromOneNetwork = 30;

type Asked = { email: string; language: Language };
type Address = ReturnType<typeof addressOf>;

/**
 * Mails a link to set a new password, where there is an account that has one. The answer comes before anything is
 * looked up: neither what it says nor how long it takes tells whether there is.
 * @throws AppError rate_limited, counted for any address alike; unavailable where no mail can be sent
 */
export async function requestReset({ email, language }: Asked, headers: Headers): Promise<void> {
  const address = addressOf(headers);
  if (address.ip) await countAttempt(`reset from ${networkOf(address.ip)}`, mostFromOneNetwork);
  await countAttempt(`reset of ${email}`, mostToOneAddress);
  if (!isMailConfigured()) {
    throw new AppError('unavailable', 'This installation cannot send mail.', {
      data: { reason: 'mail_not_configured' },
    });
  }
  setImmediate(() => void mailReset({ email, language }, address).catch(tell));
}

async function mailReset({ email, language }: Asked, { ip, userAgent }: Address): Promise<void> {
  const user = await db.user.findFirst({
    where: { email, passwordHash: { not: null } },
    select: {
      id: true,
      name: true,
      locale: true,
      memberships: { select: { teamId: true }, orderBy: { teamId: 'asc' } },
    },
  });
  if (!user) return;
  const { link, expiresAt } = await db.$transaction(async (tx) => {
    for (const { teamId } of user.memberships) {
      const about = { kind: 'account', id: user.id, name: user.name } as const;
      await record(tx, systemActor(teamId, 'Grantboard', { ip, userAgent }), 'account.reset_mailed', about);
    }
    return newResetLink(user.id, tx);
  });
  const { t, moment } = mailWords(languageOf(user.locale) ?? language);
  const text = t('reset.text', { name: user.name, email, link, expires: moment(expiresAt) });
  await sendMail({ to: email, subject: t('reset.subject'), text });
}

const languageOf = (locale: string | null) => languageShape.safeParse(locale).data;

function tell(error: unknown): void {
  // Why the mail server refused it is in the log already.
  if (!(error instanceof AppError)) log.error({ err: error }, 'A mail for a new password could not be sent');
}
