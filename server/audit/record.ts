import 'server-only';
import type { AuditAction, AuditObjectKind, AuditResult } from '@/contract/audit-words';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { keyring } from '@/server/vault/keyring';
import { storable, type ChainedEvent } from './canonical-event';
import { eventMac, headAfter } from './chain';
import { expectedEnds, type End } from './expected-end';
import { takeTurn } from './turns';

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
  const about = {
    ...{ teamId: actor.teamId, action, result, data: storable(data), reason: reason ?? null },
    ...{ actorKind: actor.kind, actorId: actor.id, actorName: actor.name, ip: actor.ip, userAgent: actor.userAgent },
    ...{ objectKind: object.kind, objectId: object.id, objectName: object.name ?? null },
  };
  await takeTurn(tx, actor.teamId);
  const expected = expectedEnds().get(actor.teamId);
  if (expected && (await append(tx, expected, about))) return;
  if (await append(tx, await holdEnd(tx, actor.teamId), about)) return;
  throw new Error('The team of this event is gone.');
}

/** Nobody else adds to this team’s audit from here to the end of the transaction. */
async function holdEnd(tx: Transaction, teamId: string): Promise<End> {
  const [end] = await tx.$queryRaw<{ sequence: bigint; head: Uint8Array | null; now: number }[]>`
    SELECT sequence, head, floor(extract(epoch FROM now()) * 1000)::float8 AS now
    FROM "AuditEnd" WHERE "teamId" = ${teamId}::uuid FOR NO KEY UPDATE`;
  if (!end) throw new Error('The team of this event is gone.');
  const { now, ...place } = end;
  return { ...place, clockAheadMs: now - Date.now() };
}

/**
 * Chains an event to this end, if it is the one: whoever else is adding is waited for, and what they add counts.
 * @returns whether it was, and the event is written
 */
async function append(tx: Transaction, end: End, about: Omit<ChainedEvent, 'sequence' | 'at'>): Promise<boolean> {
  const key = keyring().audit;
  const event = { ...about, sequence: end.sequence + 1n, at: String(Date.now() + end.clockAheadMs) };
  const mac = eventMac(key, end.head, event);
  const head = headAfter(key, event, mac);
  expectedEnds().set(event.teamId, { ...end, sequence: event.sequence, head });
  const written = await tx.$executeRaw`
    WITH here AS (
      UPDATE "AuditEnd" SET sequence = ${event.sequence}, head = ${head}
      WHERE "teamId" = ${event.teamId}::uuid AND sequence = ${end.sequence} AND head IS NOT DISTINCT FROM ${end.head}
      RETURNING "teamId"
    )
    INSERT INTO "AuditEvent" ("teamId", sequence, at, "actorKind", "actorId", "actorName", ip, "userAgent", action,
      "objectKind", "objectId", "objectName", reason, result, data, mac)
    SELECT here."teamId", ${event.sequence}, ${new Date(Number(event.at)).toISOString()}::timestamptz,
      ${event.actorKind}, ${event.actorId}, ${event.actorName}, ${event.ip}, ${event.userAgent}, ${event.action},
      ${event.objectKind}, ${event.objectId}, ${event.objectName}, ${event.reason}, ${event.result},
      ${JSON.stringify(event.data)}::jsonb, ${mac} FROM here`;
  return written === 1;
}
