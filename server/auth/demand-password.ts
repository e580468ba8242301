import 'server-only';
import { db } from '@/server/database/client';
import { provePassword, wrongPassword } from './prove-password';
import { isRecent, passwordNeeded } from './recent-password';
import { recordEverywhere } from './record-everywhere';
import type { Session } from './session';

/** Lets an act upon an account go on with its password only; a wrong one is on record. @throws AppError as provePassword does */
export async function demandPassword(session: Session, password: string): Promise<void> {
  const { id, user, authenticatedAt } = session;
  if (await provePassword({ id: user.id, authenticatedAt }, password)) return;
  await db.$transaction((tx) =>
    recordEverywhere(tx, session, 'session.confirmed', { kind: 'session', id }, { result: 'refused' }),
  );
  throw wrongPassword();
}

/** The same, of who has not proved within five minutes who they are. @throws AppError password_needed where none is given */
export async function demandPasswordUnlessRecent(session: Session, password: string | undefined): Promise<void> {
  if (isRecent(session.authenticatedAt)) return;
  if (password === undefined) throw passwordNeeded();
  await demandPassword(session, password);
}
