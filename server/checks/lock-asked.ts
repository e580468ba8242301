import 'server-only';
import type { ConnectionState } from '@/contract/connection-filter';
import type { Transaction } from '@/server/database/client';

/** Which connection was asked about, with which token, and when. */
export type Asked = { teamId: string; id: string; tokenHash: Uint8Array | null; askedAt: Date };

type Locked = {
  name: string;
  state: ConnectionState;
  stateBeforePause: ConnectionState | null;
  suspectedAt: Date | null;
  tokenHash: Uint8Array | null;
  nextCheckAt: Date | null;
  lastAskedAt: Date | null;
  checkIntervalMinutes: number;
  version: string;
  /** By the database's clock. */
  now: Date;
};

/**
 * Locks the connection that was asked about. Null where the answer counts no more: it was revoked or has another token
 * meanwhile, a check that began later is kept already, or its next check is no more the one that was planned for `due`.
 */
export async function lockAsked(
  tx: Transaction,
  { teamId, id, tokenHash, askedAt }: Asked,
  due?: Date,
): Promise<Locked | null> {
  const [row] = await tx.$queryRaw<Locked[]>`
    SELECT c.name, c.state, c."stateBeforePause", c."suspectedAt", c."tokenHash", c."nextCheckAt", c."lastAskedAt",
      t."checkIntervalMinutes", c.xmin::text AS version, clock_timestamp() AS now
    FROM "Connection" c JOIN "Team" t ON t.id = c."teamId"
    WHERE c."teamId" = ${teamId}::uuid AND c.id = ${id}::uuid FOR UPDATE OF c`;
  if (!row || row.state === 'revoked' || !isSame(row.tokenHash, tokenHash) || isOvertaken(row, askedAt)) return null;
  return !due || due.getTime() === row.nextCheckAt?.getTime() ? row : null;
}

/** What is to come is left over from a clock that was set back since, and would keep every answer out until then. */
function isOvertaken({ lastAskedAt, now }: Locked, askedAt: Date): boolean {
  return lastAskedAt !== null && lastAskedAt > askedAt && lastAskedAt <= now;
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return !!a && !!b && Buffer.compare(a, b) === 0;
}
