import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { log } from '@/server/log';
import { plainFailure } from '@/server/tiktok/describe-failure';
import { endAuthorization } from './end-authorization';

/**
 * What is kept of an authorization was altered, so it never opens again, and the authorization ends. A code that was
 * never sent brought no token. One that may have been sent did perhaps, and a token that was held aside is one that
 * nobody has any more: those are lost.
 */
export async function endTampered(actor: Actor, id: string): Promise<void> {
  const { teamId } = actor;
  log.error({ teamId, authorizationId: id }, 'What is stored of an authorization was altered');
  const row = await db.authorization.findUnique({
    where: { teamId_id: { teamId, id } },
    select: { ambiguous: true },
  });
  const to = row?.ambiguous ? 'lost' : 'refused';
  await endAuthorization(actor, id, { from: ['claimed'], to, failure: plainFailure('code_tampered') });
  await endAuthorization(actor, id, { from: ['comparing'], to: 'lost', failure: plainFailure('tampered') });
}
