import 'server-only';
import type { ConnectionState } from '@/contract/connection-filter';
import type { Actor } from '@/server/auth/actor';
import { demandRecentPassword } from '@/server/auth/recent-password';
import { and, connectionsWithin } from '@/server/auth/within';
import { record } from '@/server/audit/record';
import { openToken } from '@/server/credentials/open-token';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { demandToken } from './demand-token';

/** The access token in the clear. That somebody read it is on record before they do: no audit row, no token. */
export async function revealToken(actor: Actor, { id }: { id: string }): Promise<{ accessToken: string }> {
  const accessToken = await db.$transaction(async (tx) => {
    const connection = await lockToken(tx, actor, id);
    demandToken(connection);
    if (connection.state === 'paused') {
      throw new AppError('precondition_failed', 'This connection is paused: its token is not handed out.', {
        data: { reason: 'paused' },
      });
    }
    demandRecentPassword(actor);
    const { tokenSealed, tokenHash } = connection;
    if (!tokenSealed) throw new Error('A connection that is not revoked has no token');
    await record(tx, actor, 'connection.revealed', { kind: 'connection', id, name: connection.name });
    return openToken({ teamId: actor.teamId, id, tokenSealed, tokenHash });
  });
  return { accessToken };
}

type Row = {
  name: string;
  state: ConnectionState;
  tokenSealed: Uint8Array | null;
  tokenHash: Uint8Array | null;
};

/** Until the transaction ends nobody revokes or pauses it; others may read it meanwhile. */
async function lockToken(tx: Transaction, actor: Actor, id: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.name, c.state, c."tokenSealed", c."tokenHash" FROM "Connection" c
    WHERE c."teamId" = ${actor.teamId}::uuid AND c.id = ${id}::uuid ${and(connectionsWithin(actor))} FOR SHARE OF c`;
  if (!row) throw new AppError('not_found', 'There is no such connection in this team.');
  return row;
}
