import 'server-only';
import type { Transaction } from '@/server/database/client';
import { keyring } from '@/server/vault/keyring';
import { asStored, type ChainedEvent } from './canonical-event';
import { eventMac, headAfter } from './chain';
import { expectedEnds, type End } from './expected-end';

/** An event that has no place in the chain yet. */
export type Unchained = Omit<ChainedEvent, 'sequence' | 'at'>;

/**
 * Chains events of a team to this end, in their order, if it is the one: whoever else is adding is waited for, and what
 * they add counts.
 * @returns whether it was, and the events are written
 */
export async function append(tx: Transaction, teamId: string, end: End, events: Unchained[]): Promise<boolean> {
  const { links, ...last } = chained(teamId, end, events);
  expectedEnds().set(teamId, { ...end, ...last });
  const written = await tx.$executeRaw`
    WITH here AS (
      UPDATE "AuditEnd" SET sequence = ${last.sequence}, head = ${last.head}
      WHERE "teamId" = ${teamId}::uuid AND sequence = ${end.sequence} AND head IS NOT DISTINCT FROM ${end.head}
      RETURNING "teamId"
    )
    INSERT INTO "AuditEvent" ("teamId", sequence, at, "actorKind", "actorId", "actorName", ip, "userAgent", action,
      "objectKind", "objectId", "objectName", reason, result, data, mac)
    SELECT here."teamId", e.sequence, e.at, e."actorKind", e."actorId", e."actorName", e.ip, e."userAgent", e.action,
      e."objectKind", e."objectId", e."objectName", e.reason, e.result, e.data, decode(e.mac, 'hex')
    FROM here, json_to_recordset(${JSON.stringify(links)}::json) AS e(sequence bigint, at timestamptz, "actorKind" text,
      "actorId" text, "actorName" text, ip text, "userAgent" text, action text, "objectKind" text, "objectId" text,
      "objectName" text, reason text, result text, data jsonb, mac text)`;
  return written === links.length;
}

function chained(teamId: string, { sequence, head, clockAheadMs }: End, events: Unchained[]) {
  const key = keyring().audit;
  const now = Date.now() + clockAheadMs;
  const links = events.map((unchained) => {
    sequence += 1n;
    const event = { ...unchained, sequence, at: String(now) };
    const mac = eventMac(key, head, event);
    head = headAfter(key, event, mac);
    return { ...inJson(unchained), sequence: String(sequence), at: new Date(now), mac: mac.toString('hex') };
  });
  return { links, sequence, head };
}

/** JSON would tell of half a surrogate pair, which PostgreSQL then refuses. */
function inJson({ data, ...texts }: Unchained) {
  return { ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, asStored(text)])), data };
}
