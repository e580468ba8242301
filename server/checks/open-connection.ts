import 'server-only';
import type { ConnectionState } from '@/contract/connection-filter';
import type { Actor } from '@/server/auth/actor';
import { demandWithin } from '@/server/auth/within';
import { openApp, type OpenApp } from '@/server/credentials/open-app';
import { openToken } from '@/server/credentials/open-token';
import { openTwice } from '@/server/credentials/open-twice';
import { SecretTamperedError } from '@/server/credentials/secret-tampered-error';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { log } from '@/server/log';
import { TamperedError } from '@/server/vault/tampered-error';

type Opened = {
  id: string;
  name: string;
  appId: string;
  scopes: string[];
  state: ConnectionState;
  tokenSealed: Uint8Array<ArrayBuffer> | null;
  tokenHash: Uint8Array<ArrayBuffer> | null;
  inspectedAt: Date | null;
  /** By the database's clock, which all instances share. */
  askedAt: Date;
};

/**
 * A connection with its app and its token in the clear, for the length of a check, and when that began. Null for what was
 * altered where it is stored.
 * @throws AppError not_found; precondition_failed for a revoked connection or an incomplete app.
 */
export async function openConnection(actor: Actor, id: string) {
  const { teamId } = actor;
  await demandWithin(actor, id);
  const [row] = await db.$queryRaw<Opened[]>`
    SELECT id, name, "appId", scopes, state, "tokenSealed", "tokenHash", "inspectedAt", clock_timestamp() AS "askedAt"
    FROM "Connection" WHERE "teamId" = ${teamId}::uuid AND id = ${id}::uuid`;
  if (!row) throw new AppError('not_found', 'There is no such connection in this team.');
  const { tokenSealed, ...connection } = row;
  if (row.state === 'revoked' || !tokenSealed) {
    throw new AppError('precondition_failed', 'A revoked connection has no token to check.', {
      data: { reason: 'revoked' },
    });
  }
  return {
    ...connection,
    app: await openUnlessTampered({ teamId, id: row.appId }),
    accessToken: await openUntampered({ teamId, id, tokenSealed, tokenHash: row.tokenHash }),
  };
}

async function openUnlessTampered(app: { teamId: string; id: string }): Promise<OpenApp | null> {
  try {
    return await openApp(app);
  } catch (error) {
    if (error instanceof SecretTamperedError) return null;
    throw error;
  }
}

/** Null, with a line in the log, for a token that was altered. */
async function openUntampered(row: Parameters<typeof openToken>[0]): Promise<string | null> {
  try {
    return await openTwice(() => openToken(row));
  } catch (error) {
    if (!(error instanceof TamperedError)) throw error;
    log.error({ teamId: row.teamId, connectionId: row.id }, 'A stored token was altered');
    return null;
  }
}
