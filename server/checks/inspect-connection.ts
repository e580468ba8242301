import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { AppError } from '@/server/errors';
import { runCheck } from './run-check';

/**
 * Learns whose a new connection is and what it reaches. Where TikTok cannot tell yet, the connection stays uninspected
 * and the minute's resume asks for this again; one that is gone or revoked meanwhile needs it no more.
 */
export async function inspectConnection(actor: Actor, { id }: { id: string }): Promise<void> {
  try {
    await runCheck(actor, { id, trigger: 'authorization' });
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'precondition_failed')) return;
    throw error;
  }
}
