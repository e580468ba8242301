import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { recordAll } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { inBase64 } from '@/server/database/in-base64';
import { inRounds } from '@/server/database/in-rounds';
import { withReserve } from '@/server/database/reserve';
import { seal } from '@/server/vault/seal';
import { claimedApp, claimedColumns, ofClaimedApp, type Claimed } from './attempt';

/** How long one try may take before another may begin; the wire's own deadline is 20 s a secret. */
export const leaseSeconds = 90;

type Arrival = {
  actor: Actor;
  id: string;
  codeSealed: Uint8Array;
  into: 'claimed' | 'quarantined';
  audit: Record<string, string | boolean>;
};

/**
 * Spends the state and keeps the code, sealed, in one conditional update: of any number of callbacks at once, one
 * gets it. It is also the canary: if the database cannot write, the code is still unused. Expiry goes by its clock.
 * @returns null where somebody else has, or it is no longer pending
 */
export function claim(
  actor: Actor,
  { id, code }: { id: string; code: string },
  into: Arrival['into'],
  audit: Arrival['audit'] = {},
): Promise<Claimed | null> {
  const { teamId } = actor;
  const codeSealed = seal(code, { table: 'Authorization', column: 'codeSealed', teamId, rowId: id });
  return inRound(teamId, { actor, id, codeSealed, into, audit });
}

const inRound = inRounds('claims', (teamId, arrivals: Arrival[]) =>
  withReserve(() => db.$transaction((tx) => claimAll(tx, teamId, arrivals))),
);

async function claimAll(tx: Transaction, teamId: string, arrivals: Arrival[]): Promise<(Claimed | null)[]> {
  const first = arrivals.filter(({ id }, n) => arrivals.findIndex((other) => other.id === id) === n);
  const given = first.map(({ id, codeSealed, into }) => ({
    ...{ id, code: inBase64(codeSealed), into },
    leaseSeconds: into === 'claimed' ? leaseSeconds : 0,
  }));
  const rows = await tx.$queryRaw<Claimed[]>`
    WITH given AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(given)}::json)
        AS g(id uuid, code text, "into" "AuthorizationStatus", "leaseSeconds" int)
    ), ours AS MATERIALIZED (
      SELECT id FROM "Authorization"
      WHERE id IN (SELECT id FROM given) AND "teamId" = ${teamId}::uuid AND status = 'pending' AND "expiresAt" > now()
      ORDER BY id FOR UPDATE
    )
    UPDATE "Authorization" a
    SET status = given."into", "codeSealed" = decode(given.code, 'base64'), "codeAt" = now(), "stateSealed" = NULL,
      "leaseUntil" = now() + make_interval(secs => given."leaseSeconds")
    FROM ours JOIN given ON given.id = ours.id, ${claimedApp}
    WHERE a.id = ours.id AND ${ofClaimedApp} RETURNING ${claimedColumns}`;
  const claimed = new Map(rows.map((row) => [row.id, row]));
  const won = first.filter(({ id }) => claimed.has(id));
  await recordAll(
    tx,
    teamId,
    won.map(({ actor, id, into, audit }) => ({
      actor,
      action: 'authorization.code_received',
      object: { kind: 'authorization', id },
      detail: { data: { kept: into === 'quarantined', ...audit } },
    })),
  );
  return arrivals.map((arrival) => (won.includes(arrival) ? claimed.get(arrival.id)! : null));
}

/**
 * Takes up a claimed code that nobody is exchanging just now. A lease that ran out was cut short by a crash, and whether
 * its try reached TikTok cannot be known; one that was given back is null.
 */
export async function takeLease(teamId: string, id: string): Promise<Claimed | null> {
  const [taken] = await db.$queryRaw<Claimed[]>`
    UPDATE "Authorization" a
    SET "leaseUntil" = now() + make_interval(secs => ${leaseSeconds}), ambiguous = ambiguous OR "leaseUntil" IS NOT NULL
    FROM ${claimedApp}
    WHERE a.id = ${id}::uuid AND a."teamId" = ${teamId}::uuid AND a.status = 'claimed'
      AND (a."leaseUntil" IS NULL OR a."leaseUntil" < now()) AND ${ofClaimedApp} RETURNING ${claimedColumns}`;
  return taken ?? null;
}

/** At the boot of an embedded database there is no other process: whoever held a lease is dead. */
export async function endLeases(): Promise<void> {
  await db.$executeRaw`UPDATE "Authorization" SET "leaseUntil" = 'epoch' WHERE status = 'claimed' AND "leaseUntil" IS NOT NULL`;
}
