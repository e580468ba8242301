import 'server-only';
import type { Invitation, Language, SentInvitation } from '@/contract/invitations';
import type { Person } from '@/server/auth/actor';
import { isMailConfigured, sendMail } from '@/server/mail/send-mail';
import { mailWords } from '@/server/mail/mail-words';
import { linkOf } from './token';

/** Mails the link where this installation sends mail. Whoever invites gets it in any case: a mail may be lost. */
export async function deliver(
  actor: Person,
  { invitation, token, language }: { invitation: Invitation; token: string; language: Language },
): Promise<SentInvitation> {
  const link = linkOf(token);
  if (!isMailConfigured()) return { invitation, link, mail: 'off' };
  const { t, moment } = mailWords(language);
  const names = { inviter: actor.name, team: actor.teamName };
  const { email, role, expiresAt } = invitation;
  const text = t('invitation.text', {
    ...names,
    link,
    email,
    role: t(`invitation.role.${role}`),
    expires: moment(new Date(expiresAt)),
  });
  const subject = t('invitation.subject', names);
  const mail = await sendMail({ to: email, subject, text }).then(
    () => 'sent' as const,
    () => 'failed' as const,
  );
  return { invitation, link, mail };
}
