import 'server-only';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { countAttempt } from '@/server/auth/attempts';
import { openToken } from '@/server/credentials/open-token';
import { db } from '@/server/database/client';
import { enqueue } from '@/server/jobs/enqueue';
import { redact } from '@/server/tiktok/redact';
import { TamperedError } from '@/server/vault/tampered-error';
import { demandToken } from './demand-token';
import { findConnection, lockConnection } from './find-connection';

type Report = { id: string; code: number; message?: string };

/** Of one connection, in 15 minutes: more say nothing that the first ones did not. */
const mostReports = 10;

/**
 * Takes a pipeline's word that TikTok refused a token for no more than a reason to look: the connection is checked ahead
 * of all planned checks, and its state is what that check finds. It is due as well, should the job be lost.
 * @throws AppError not_found; precondition_failed for a revoked connection; rate_limited
 */
export async function reportFailure(actor: Actor, { id, code, message }: Report): Promise<{ queued: true }> {
  const { teamId } = actor;
  demandToken(await findConnection(actor, id));
  await countAttempt(`report:${id}`, mostReports);
  await db.$transaction(async (tx) => {
    const locked = await lockConnection(tx, actor, id);
    // Somebody may have revoked it meanwhile.
    demandToken(locked);
    const { tokenSealed, tokenHash } = await tx.connection.update({
      where: { teamId_id: { teamId, id } },
      data: { nextCheckAt: new Date() },
      select: { tokenSealed: true, tokenHash: true },
    });
    const said = message && tokenSealed ? redact(message, secretsOf({ teamId, id, tokenSealed, tokenHash })) : null;
    const data = { code, ...(said && { message: said }) };
    await record(tx, actor, 'connection.reported', { kind: 'connection', id, name: locked.name }, { data });
  });
  await enqueue('connection.check', { teamId, connectionId: id });
  return { queued: true };
}

/** What TikTok's words may repeat. Of a token that was altered nothing is known; the check will say that. */
function secretsOf(row: Parameters<typeof openToken>[0]): string[] {
  try {
    return [openToken(row)];
  } catch (error) {
    if (error instanceof TamperedError) return [];
    throw error;
  }
}
