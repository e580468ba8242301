import 'server-only';
import type { HandedToken, TokenCandidates } from '@/contract/advertisers';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { demandRecentPassword } from '@/server/auth/recent-password';
import { openToken } from '@/server/credentials/open-token';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { TamperedError } from '@/server/vault/tampered-error';
import { getAdvertiser } from './get-advertiser';
import { lockHealthy, readCandidates, toCandidate, type CandidateRow, type Sealed } from './token-candidates';

type Asked = { advertiserId: string; scopes?: string[] };

/**
 * The token of the best connection that is healthy, reaches the advertiser and holds all these permissions. Which it was
 * is on record before anybody has it.
 * @throws AppError not_found; password_needed; conflict with `TokenCandidates`, on record as well
 */
export async function handOutToken(actor: Actor, { advertiserId, scopes = [] }: Asked): Promise<HandedToken> {
  demandRecentPassword(actor);
  const asked = { advertiserId, scopes };
  const found = await db.$transaction(async (tx) => {
    const rows = await readCandidates(tx, actor, advertiserId);
    const candidates = rows.map((row) => toCandidate(row, scopes));
    for (const { connectionId, obstacles } of candidates) {
      const row = obstacles.length === 0 ? await lockHealthy(tx, actor, connectionId) : undefined;
      // What broke or was paused meanwhile is passed over, like the others.
      if (!row) continue;
      const accessToken = openUnlessTampered(actor, row);
      if (accessToken !== null) return { token: await handOut(tx, actor, row, { accessToken, ...asked }) };
      obstacles.push('tampered');
    }
    return { candidates };
  });
  if (found.token) return found.token;
  return refuse(actor, asked, found.candidates);
}

/** The next check of such a connection says so on its page. */
function openUnlessTampered({ teamId }: Actor, { id, tokenSealed, tokenHash }: CandidateRow & Sealed): string | null {
  try {
    return openToken({ teamId, id, tokenSealed, tokenHash });
  } catch (error) {
    if (error instanceof TamperedError) return null;
    throw error;
  }
}

async function handOut(
  tx: Transaction,
  actor: Actor,
  row: CandidateRow,
  { accessToken, ...asked }: Required<Asked> & { accessToken: string },
): Promise<HandedToken> {
  const { id, name, lastCheckedAt, appId, environment, state, scopes, advertiserCount } = row;
  await record(tx, actor, 'connection.revealed', { kind: 'connection', id, name }, { data: asked });
  return {
    accessToken,
    connectionId: id,
    connectionName: name,
    appId,
    environment,
    state,
    scopes,
    advertiserCount,
    lastCheckedAt: lastCheckedAt?.toISOString() ?? null,
  };
}

async function refuse(actor: Actor, asked: Required<Asked>, candidates: TokenCandidates['candidates']): Promise<never> {
  const { advertiserId, scopes } = asked;
  const { name } = await getAdvertiser(actor, { advertiserId });
  await db.$transaction((tx) => {
    const data = { advertiserId, scopes, candidates: candidates.length };
    const object = { kind: 'advertiser', id: null, name: name ?? advertiserId } as const;
    return record(tx, actor, 'connection.revealed', object, { result: 'refused', data });
  });
  const data: TokenCandidates = { reason: 'no_token', candidates };
  throw new AppError('conflict', 'No healthy connection reaches this advertiser with these permissions.', { data });
}
