import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { loadMessages } from '@/i18n/messages';
import { isLocale, type Locale, localeCookie, negotiateLocale, timeZoneCookie } from '@/lib/locale';
import { ownCookie } from '@/server/auth/own-cookie';

/** The language is the person's choice, else the browser's; never part of an address. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await preferredLocale();
  return { locale, messages: await loadMessages(locale), timeZone: await preferredTimeZone(), now: new Date() };
});

async function preferredLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(ownCookie(localeCookie))?.value;
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get('accept-language'));
}

async function preferredTimeZone(): Promise<string> {
  const timeZone = (await cookies()).get(ownCookie(timeZoneCookie))?.value;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timeZone || 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
