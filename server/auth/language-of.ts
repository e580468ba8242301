import 'server-only';
import { db } from '@/server/database/client';
import { sessionCookieName, sessionIdOf } from './session-cookie';

/** The language, as their account has it, of who is signed in by an answer: null for nobody, or where they chose none. */
export async function languageOf(answer: Headers): Promise<string | null> {
  const line = answer.getSetCookie().find((cookie) => cookie.startsWith(`${sessionCookieName()}=`));
  const id = line && (await sessionIdOf(new Headers({ cookie: line.split(';')[0]! })));
  if (!id) return null;
  const found = await db.session.findUnique({ where: { id }, select: { user: { select: { locale: true } } } });
  return found?.user.locale ?? null;
}
