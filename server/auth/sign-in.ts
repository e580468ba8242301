import 'server-only';
import { canonicalEmail } from '@/contract/email';
import { db } from '@/server/database/client';
import { log } from '@/server/log';
import { addressOf, networkOf } from './address';
import { countAttempt, forgetAttempts } from './attempts';
import { isPassword } from './password';
import { readSession } from './session';
import { startSession } from './start-session';

const mostFromOneNetwork = 100;
const unusual = 1_000;
const familiarDays = 30;

/**
 * The id of a new session (one that awaits a code, for who has a second factor), or null for a wrong pair: whether the address or the password was wrong shows neither in
 * the answer nor in the time it takes.
 * @throws AppError rate_limited
 */
export async function signIn(given: { email: string; password: string }, headers: Headers): Promise<string | null> {
  const email = canonicalEmail(given.email).slice(0, 320);
  const { ip } = addressOf(headers);
  if (ip) await countAttempt(`network:${networkOf(ip)}`, mostFromOneNetwork);
  await noticeSpraying();
  const subject = await subjectOf(email, ip);
  await countAttempt(subject);
  const found = await db.user.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, passwordHash: true, totpEnabledAt: true },
  });
  const right = await isPassword(given.password, found?.passwordHash);
  if (!found || !right) {
    // Not what was typed: people type their password into the wrong field.
    log.info({ ip, user: found?.id ?? null }, 'A sign-in was refused');
    return null;
  }
  await forgetAttempts(subject);
  const { passwordHash, totpEnabledAt, ...user } = found;
  const here = await readSession(headers);
  return startSession(user, headers, {
    awaitsCode: totpEnabledAt !== null,
    proved: { passwordHash, totpEnabledAt },
    ...(here?.user.id === user.id && { replaces: here.id }),
  });
}

/**
 * Guesses at an account count together, wherever they come from; but those from where its owner has been are counted
 * apart, so that no stranger can lock the owner out. Asked for every address alike: it tells nothing of an account.
 */
async function subjectOf(email: string, ip: string | null): Promise<string> {
  const since = new Date(Date.now() - familiarDays * 24 * 3_600_000);
  const been = await db.session.findFirst({
    where: { ip: ip ?? '', createdAt: { gt: since }, user: { email } },
    select: { id: true },
  });
  return been ? `account:${email} from ${ip}` : `account:${email}`;
}

/** One guess at each of many accounts is refused nowhere; who reads the log is told. */
async function noticeSpraying(): Promise<void> {
  try {
    await countAttempt('installation', unusual);
  } catch {
    log.warn({ most: unusual }, 'More sign-ins are tried than people do: somebody may be guessing at many accounts');
  }
}
