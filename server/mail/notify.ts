import 'server-only';
import { language, type Language } from '@/contract/invitations';
import { db } from '@/server/database/client';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import { log } from '@/server/log';
import { mailWords } from './mail-words';
import { isMailConfigured, sendMail } from './send-mail';

/** What its person should hear of by another way than the browser in which it was done. */
export type Notice =
  'passwordChanged' | 'passwordReset' | 'factorOn' | 'factorOff' | 'recoveryCodesMade' | 'linked' | 'signedIn';

/** Where it was done from; null: on the server itself. */
type From = { ip: string | null };

/** Mails a person what was done to their account, once it is done: nobody waits for it, and its failure undoes nothing. */
export function notify(userId: string, notice: Notice, from: From): void {
  if (isMailConfigured()) setImmediate(() => void mailNotice(userId, notice, from));
}

/** The same for who can wait. */
export async function mailNotice(userId: string, notice: Notice, { ip }: From): Promise<void> {
  if (!isMailConfigured()) return;
  const at = new Date();
  try {
    const select = { name: true, email: true, locale: true, passwordHash: true } as const;
    const { name, email, locale, passwordHash } = await db.user.findUniqueOrThrow({ where: { id: userId }, select });
    const { t, moment } = mailWords(languageOf(locale));
    const link = env().APP_URL + (passwordHash ? '/forgot-password' : '/account');
    const text = [
      t('notice.greeting', { name, what: t(`notice.what.${notice}`, { email }) }),
      t('notice.from', { when: moment(at), address: ip ?? t('notice.server') }),
      t(passwordHash ? 'notice.act' : 'notice.actAtProvider', { link }),
    ].join('\n\n');
    await sendMail({ to: email, subject: t(`notice.subject.${notice}`), text });
  } catch (error) {
    // Why the mail server refused it is in the log already.
    if (!(error instanceof AppError)) log.error({ err: error }, 'A notice could not be mailed');
  }
}

const languageOf = (locale: string | null): Language => language.safeParse(locale).data ?? 'en';
