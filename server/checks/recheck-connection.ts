import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { AppError } from '@/server/errors';
import { runCheck } from './run-check';

/** Finds out whether it is as a pipeline reported. One that is gone or revoked meanwhile needs it no more. */
export async function recheckConnection(actor: Actor, { id }: { id: string }): Promise<void> {
  try {
    await runCheck(actor, { id, trigger: 'pipeline' });
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'precondition_failed')) return;
    throw error;
  }
}
