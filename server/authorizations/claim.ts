import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { seal } from '@/server/vault/seal';

/** How long one try may take before another may begin; the wire's own deadline is 20 s a secret. */
export const leaseSeconds = 90;

/**
 * Spends the state and keeps the code, sealed, in one conditional update: of any number of callbacks at once, one
 * gets true. It is also the canary: if the database cannot write, the code is still unused. Expiry goes by its clock.
 */
export async function claim(
  actor: Actor,
  { id, code }: { id: string; code: string },
  into: 'claimed' | 'quarantined',
  audit: Record<string, string | boolean> = {},
): Promise<boolean> {
  const codeSealed = seal(code, { table: 'Authorization', column: 'codeSealed', teamId: actor.teamId, rowId: id });
  return db.$transaction(async (tx) => {
    const claimed = await tx.$executeRaw`
      UPDATE "Authorization"
      SET status = ${into}::"AuthorizationStatus", "codeSealed" = ${codeSealed}, "codeAt" = now(), "stateSealed" = NULL,
          "leaseUntil" = now() + make_interval(secs => ${into === 'claimed' ? leaseSeconds : 0})
      WHERE id = ${id}::uuid AND "teamId" = ${actor.teamId}::uuid AND status = 'pending' AND "expiresAt" > now()`;
    if (claimed === 0) return false;
    await record(
      tx,
      actor,
      'authorization.code_received',
      { kind: 'authorization', id },
      {
        data: { kept: into === 'quarantined', ...audit },
      },
    );
    return true;
  });
}

/**
 * Takes up a claimed code that nobody is exchanging just now. A lease that ran out was cut short by a crash, and whether
 * its try reached TikTok cannot be known; one that was given back is null.
 */
export async function takeLease(teamId: string, id: string): Promise<boolean> {
  const taken = await db.$executeRaw`
    UPDATE "Authorization"
    SET "leaseUntil" = now() + make_interval(secs => ${leaseSeconds}), ambiguous = ambiguous OR "leaseUntil" IS NOT NULL
    WHERE id = ${id}::uuid AND "teamId" = ${teamId}::uuid AND status = 'claimed'
      AND ("leaseUntil" IS NULL OR "leaseUntil" < now())`;
  return taken === 1;
}

/** At the boot of an embedded database there is no other process: whoever held a lease is dead. */
export async function endLeases(): Promise<void> {
  await db.$executeRaw`UPDATE "Authorization" SET "leaseUntil" = 'epoch' WHERE status = 'claimed' AND "leaseUntil" IS NOT NULL`;
}
