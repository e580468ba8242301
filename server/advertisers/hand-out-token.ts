import 'server-only';
import type { HandedToken, TokenCandidates } from '@/contract/advertisers';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { demandRecentPassword } from '@/server/auth/recent-password';
import { openToken } from '@/server/credentials/open-token';
import { openTwice } from '@/server/credentials/open-twice';
import { recordReading } from '@/server/credentials/record-reading';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { TamperedError } from '@/server/vault/tampered-error';
import { getAdvertiser } from './get-advertiser';
import { readCandidates, toCandidate, type CandidateRow } from './token-candidates';

type Asked = { advertiserId: string; scopes?: string[] };

/**
 * The token of the best connection that is healthy, reaches the advertiser and holds all these permissions. Which it was
 * is on record before anybody has it.
 * @throws AppError not_found; password_needed; conflict with `TokenCandidates`, on record as well
 */
export async function handOutToken(actor: Actor, { advertiserId, scopes = [] }: Asked): Promise<HandedToken> {
  demandRecentPassword(actor);
  const asked = { advertiserId, scopes };
  const rows = await readCandidates(actor, advertiserId);
  const candidates = rows.map((row) => toCandidate(row, scopes));
  for (const [n, { obstacles }] of candidates.entries()) {
    const row = rows[n]!;
    if (obstacles.length > 0 || !row.tokenSealed) continue;
    const accessToken = await openUnlessTampered(actor, { ...row, tokenSealed: row.tokenSealed });
    if (accessToken === null) obstacles.push('tampered');
    else if (await recordReading({ actor, connection: row, data: asked })) return handed(row, accessToken);
    // It was changed in between: what there is by now counts.
    else return handOutToken(actor, asked);
  }
  return refuse(actor, asked, candidates);
}

type Sealed = Omit<Parameters<typeof openToken>[0], 'teamId'>;

/** The next check of such a connection says so on its page. */
async function openUnlessTampered({ teamId }: Actor, sealed: Sealed): Promise<string | null> {
  try {
    return await openTwice(() => openToken({ ...sealed, teamId }));
  } catch (error) {
    if (error instanceof TamperedError) return null;
    throw error;
  }
}

function handed(row: CandidateRow, accessToken: string): HandedToken {
  const { id, name, lastCheckedAt, appId, environment, state, scopes, advertiserCount } = row;
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
