import 'server-only';
import type { AuditAction, AuditObjectKind, AuditResult } from '@/contract/audit-words';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { append, type Unchained } from './append';
import { storable } from './canonical-event';
import { clockSetTo, expectedEnds, isSteady, type End } from './expected-end';
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

export type Told = { actor: Actor; action: AuditAction; object: AuditObject; detail?: AuditDetail };

/**
 * Writes who did what, in the transaction of the change itself: either both are kept or neither is.
 * Call it last in the transaction: it holds the team’s sequence until the commit. A new action needs its words in
 * contract/audit-words.ts and messages/…/audit.json.
 */
export function record(
  tx: Transaction,
  actor: Actor,
  action: AuditAction,
  object: AuditObject,
  detail?: AuditDetail,
): Promise<void> {
  return recordAll(tx, actor.teamId, [{ actor, action, object, detail }]);
}

/** The same for what several did in one transaction, all in this team. */
export async function recordAll(tx: Transaction, teamId: string, told: Told[]): Promise<void> {
  if (told.length === 0) return;
  const events = told.map((one) => toEvent(teamId, one));
  await takeTurn(tx, teamId);
  const expected = expectedEnds().get(teamId);
  if (expected && isSteady(expected) && (await append(tx, teamId, expected, events))) return;
  if (await append(tx, teamId, await holdEnd(tx, teamId), events)) return;
  throw new Error('The team of this event is gone.');
}

function toEvent(teamId: string, { actor, action, object, detail = {} }: Told): Unchained {
  if (actor.teamId !== teamId) throw new Error('An event belongs into the audit of its own team.');
  const { reason = null, result = 'done', data = {} } = detail;
  return {
    ...{ teamId, action, result, data: storable(data), reason },
    ...{ actorKind: actor.kind, actorId: actor.id, actorName: actor.name, ip: actor.ip, userAgent: actor.userAgent },
    ...{ objectKind: object.kind, objectId: object.id, objectName: object.name ?? null },
  };
}

/** Nobody else adds to this team’s audit from here to the end of the transaction. */
async function holdEnd(tx: Transaction, teamId: string): Promise<End> {
  const [end] = await tx.$queryRaw<{ sequence: bigint; head: Uint8Array | null; now: number }[]>`
    SELECT sequence, head, floor(extract(epoch FROM now()) * 1000)::float8 AS now
    FROM "AuditEnd" WHERE "teamId" = ${teamId}::uuid FOR NO KEY UPDATE`;
  if (!end) throw new Error('The team of this event is gone.');
  const { now, ...place } = end;
  return { ...place, clockAheadMs: now - Date.now(), setTo: clockSetTo() };
}
