import 'server-only';
import { AppError } from '@/server/errors';
import { bearerOf } from './bearer';
import { readSession, type Session } from './session';

/** Who asks, in no team: for what is a person's own. @throws AppError unauthenticated; forbidden to a key */
export async function findAccount(headers: Headers): Promise<Session> {
  if (bearerOf(headers) !== null) throw new AppError('forbidden', 'Only a person signed in has an account.');
  const session = await readSession(headers);
  if (!session) throw new AppError('unauthenticated', 'Sign in first.');
  return session;
}
