import 'server-only';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { findMember, type MemberRow } from './find-member';

/** @throws AppError invalid_input unless it is another member of the team */
export async function demandHeir(tx: Transaction, actor: Actor, id: string, to: string): Promise<MemberRow> {
  const heir = to === id ? null : await findMember(tx, actor, to).catch(notThere);
  if (heir) return heir;
  throw new AppError('invalid_input', 'What they own goes to another member of this team.', {
    data: { field: 'handOverTo', reason: 'no_such_heir' },
  });
}

function notThere(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null;
  throw error;
}
