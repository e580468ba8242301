import 'server-only';
import { db } from '@/server/database/client';
import { recordEverywhere } from './record-everywhere';
import type { Session } from './session';
import { wrongCode } from './spend-code';

/** A wrong code of somebody who is signed in, on record. @throws AppError forbidden, always */
export async function refuseCode(session: Session): Promise<never> {
  const about = { kind: 'session', id: session.id } as const;
  await db.$transaction((tx) => recordEverywhere(tx, session, 'session.code_refused', about, { result: 'refused' }));
  throw wrongCode();
}
