import 'server-only';
import type { AuditAction, AuditObjectKind, AuditResult } from '@/contract/audit-words';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { keyring } from '@/server/vault/keyring';
import { storable, type ChainedEvent } from './canonical-event';
import { eventMac, headAfter } from './chain';

export type AuditObject = {
  kind: AuditObjectKind;
  id: string | null;
  name?: string | null;
};

export type AuditDetail = {
  reason?: string;
  result?: AuditResult;
  /** Never a secret: ids, names, counts and differences only. */
  data?: Record<string, string | number | boolean | null | string[]>;
};

/**
 * Writes who did what, in the transaction of the change itself: either both are kept or neither is.
 * Call it last in the transaction: it holds the team’s sequence until the commit. A new action needs its words in
 * contract/audit-words.ts and messages/…/audit.json.
 */
export async function record(
  tx: Transaction,
  actor: Actor,
  action: AuditAction,
  object: AuditObject,
  { reason, result = 'done', data = {} }: AuditDetail = {},
): Promise<void> {
  const key = keyring().audit;
  const { sequence, head, at } = await holdEnd(tx, actor.teamId);
  const event = {
    ...{ teamId: actor.teamId, sequence: sequence + 1n, at, action, result, data: storable(data) },
    ...{ actorKind: actor.kind, actorId: actor.id, actorName: actor.name, ip: actor.ip, userAgent: actor.userAgent },
    ...{ objectKind: object.kind, objectId: object.id, objectName: object.name ?? null, reason: reason ?? null },
  };
  const mac = eventMac(key, head, event);
  await append(tx, event, mac, headAfter(key, event, mac));
}

type End = { sequence: bigint; head: Uint8Array | null; at: string };

/** Nobody else adds to this team’s audit from here to the end of the transaction. */
async function holdEnd(tx: Transaction, teamId: string): Promise<End> {
  const [end] = await tx.$queryRaw<End[]>`
    SELECT "auditSequence" AS sequence, "auditHead" AS head, floor(extract(epoch FROM now()) * 1000)::bigint::text AS at
    FROM "Team" WHERE id = ${teamId}::uuid FOR NO KEY UPDATE`;
  if (!end) throw new Error('The team of this event is gone.');
  return end;
}

async function append(tx: Transaction, event: ChainedEvent, mac: Uint8Array, head: Uint8Array): Promise<void> {
  await tx.$executeRaw`
    WITH team AS (
      UPDATE "Team" SET "auditSequence" = ${event.sequence}, "auditHead" = ${head} WHERE id = ${event.teamId}::uuid
    )
    INSERT INTO "AuditEvent" ("teamId", sequence, at, "actorKind", "actorId", "actorName", ip, "userAgent", action,
      "objectKind", "objectId", "objectName", reason, result, data, mac)
    VALUES (${event.teamId}::uuid, ${event.sequence}, ${new Date(Number(event.at)).toISOString()}::timestamptz,
      ${event.actorKind}, ${event.actorId}, ${event.actorName}, ${event.ip}, ${event.userAgent}, ${event.action},
      ${event.objectKind}, ${event.objectId}, ${event.objectName}, ${event.reason}, ${event.result},
      ${JSON.stringify(event.data)}::jsonb, ${mac})`;
}
