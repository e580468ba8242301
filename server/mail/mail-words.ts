import 'server-only';
// Not next-intl, which wants a React that has effects: the command line has none.
import { createTranslator } from 'use-intl/core';
import type { Language } from '@/contract/invitations';
import en from '@/messages/en/mail.json';
import ja from '@/messages/ja/mail.json';

const messages: Record<Language, typeof en> = { en, ja };

/** What mails say in this language, `messages/<language>/mail.json`; a moment reads the same wherever it is read. */
export function mailWords(language: Language) {
  const t = createTranslator({ locale: language, messages: messages[language] });
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return { t, moment: (at: Date) => `${format.format(at)} UTC` };
}
