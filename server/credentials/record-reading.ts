import 'server-only';
import type { ConnectionState } from '@/contract/connection-filter';
import { recordAll, type AuditDetail } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db, type Transaction } from '@/server/database/client';
import { inRounds } from '@/server/database/in-rounds';
import { Prisma } from '@/server/database/generated/client';

/** A connection as it was when its token was opened. */
type Seen = { id: string; name: string; state: ConnectionState; archived: boolean; tokenHash: Uint8Array | null };
type Reading = { actor: Actor; connection: Seen; data?: AuditDetail['data'] };
type Outcome = 'recorded' | 'changed' | 'locked';

/**
 * Puts on record that a token is about to be handed out, before it is: no event, no token. Nobody revokes, pauses or
 * renews the connection between this look at it and the event.
 * @returns false where somebody did since it was seen, and nothing is recorded
 */
export async function recordReading(reading: Reading): Promise<boolean> {
  const { teamId } = reading.actor;
  const outcome = await inRound(teamId, reading);
  if (outcome !== 'locked') return outcome === 'recorded';
  const [alone] = await db.$transaction((tx) => recordReadings(tx, teamId, [reading], Prisma.empty));
  return alone === 'recorded';
}

/** Whoever reads a connection that somebody is changing waits for that alone, not all others with them. */
const inRound = inRounds('readings', (teamId, readings: Reading[]) =>
  db.$transaction((tx) => recordReadings(tx, teamId, readings, Prisma.sql`SKIP LOCKED`)),
);

async function recordReadings(tx: Transaction, teamId: string, readings: Reading[], waiting: Prisma.Sql) {
  const ids = [...new Set(readings.map(({ connection }) => connection.id))];
  const rows = await tx.$queryRaw<Seen[]>`
    SELECT id, state, archived, "tokenHash" FROM "Connection"
    WHERE "teamId" = ${teamId}::uuid AND id = ANY(${ids}::uuid[]) FOR SHARE ${waiting}`;
  const locked = new Map(rows.map((row) => [row.id, row]));
  const outcomes = readings.map(({ connection }) => compared(connection, locked.get(connection.id)));
  await recordAll(
    tx,
    teamId,
    readings
      .filter((_, n) => outcomes[n] === 'recorded')
      .map(({ actor, connection: { id, name }, data }) => ({
        actor,
        action: 'connection.revealed',
        object: { kind: 'connection', id, name },
        detail: { data },
      })),
  );
  return outcomes;
}

function compared(seen: Seen, now: Seen | undefined): Outcome {
  if (!now) return 'locked';
  const sameToken = Buffer.compare(seen.tokenHash ?? none, now.tokenHash ?? none) === 0;
  return sameToken && seen.state === now.state && seen.archived === now.archived ? 'recorded' : 'changed';
}

const none = new Uint8Array();
