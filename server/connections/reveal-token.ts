import 'server-only';
import type { ConnectionState } from '@/contract/connection-filter';
import type { Actor } from '@/server/auth/actor';
import { demandRecentPassword } from '@/server/auth/recent-password';
import { and, connectionsWithin } from '@/server/auth/within';
import { openToken } from '@/server/credentials/open-token';
import { openTwice } from '@/server/credentials/open-twice';
import { recordReading } from '@/server/credentials/record-reading';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { demandToken } from './demand-token';

/** The access token in the clear. That somebody read it is on record before they do: no audit row, no token. */
export async function revealToken(actor: Actor, { id }: { id: string }): Promise<{ accessToken: string }> {
  const connection = await findToken(actor, id);
  demandToken(connection);
  if (connection.state === 'paused') {
    throw new AppError('precondition_failed', 'This connection is paused: its token is not handed out.', {
      data: { reason: 'paused' },
    });
  }
  demandRecentPassword(actor);
  const { tokenSealed, tokenHash } = connection;
  if (!tokenSealed) throw new Error('A connection that is not revoked has no token');
  const accessToken = await openTwice(() => openToken({ teamId: actor.teamId, id, tokenSealed, tokenHash }));
  // Where it was changed in between, what it is by now counts.
  return (await recordReading({ actor, connection })) ? { accessToken } : revealToken(actor, { id });
}

type Row = {
  id: string;
  name: string;
  state: ConnectionState;
  archived: boolean;
  tokenSealed: Uint8Array | null;
  tokenHash: Uint8Array | null;
};

async function findToken(actor: Actor, id: string): Promise<Row> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT c.id, c.name, c.state, c.archived, c."tokenSealed", c."tokenHash" FROM "Connection" c
    WHERE c."teamId" = ${actor.teamId}::uuid AND c.id = ${id}::uuid ${and(connectionsWithin(actor))}`;
  if (!row) throw new AppError('not_found', 'There is no such connection in this team.');
  return row;
}
