import 'server-only';
import { db } from '@/server/database/client';
import { readData, type ChainedEvent } from './canonical-event';

/** An event with its MAC; null where its row has something that no event of ours has. */
export type Link = { sequence: bigint; mac: Uint8Array | null; event: ChainedEvent | null };

/** What a team remembers of its audit, and which sequences there are, of one moment. */
export type End = {
  sequence: bigint;
  head: Uint8Array | null;
  first: bigint | null;
  last: bigint | null;
  /** Events may be older than the chain: it began later than the installation, not with it. */
  mayBeOlder: boolean;
};

type Row = Omit<ChainedEvent, 'data'> & { data: string; mac: Uint8Array | null };

export async function readEnd(teamId: string): Promise<End | undefined> {
  const [end] = await db.$queryRaw<End[]>`
    SELECT e.sequence, e.head,
      (SELECT min(sequence) FROM "AuditEvent" WHERE "teamId" = e."teamId") AS first,
      (SELECT max(sequence) FROM "AuditEvent" WHERE "teamId" = e."teamId") AS last,
      (SELECT min("createdAt") FROM "DataKey" WHERE purpose = 'audit')
        > (SELECT min("createdAt") FROM "DataKey" WHERE purpose = 'seal') AS "mayBeOlder"
    FROM "AuditEnd" e WHERE e."teamId" = ${teamId}::uuid`;
  return end;
}

type Range = { after: bigint; upTo: bigint; limit: number };

/** In the order of their sequences, as much as `limit` of them. */
export async function readLinks(teamId: string, { after, upTo, limit }: Range): Promise<Link[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT "teamId"::text, sequence, trim_scale(extract(epoch FROM at) * 1000)::text AS at, "actorKind", "actorId",
      "actorName", ip, "userAgent", action, "objectKind", "objectId", "objectName", reason, result, data::text, mac
    FROM "AuditEvent" WHERE "teamId" = ${teamId}::uuid AND sequence > ${after} AND sequence <= ${upTo}
    ORDER BY sequence LIMIT ${limit}`;
  return rows.map(toLink);
}

function toLink({ mac, ...row }: Row): Link {
  const data = readData(row.data);
  return { sequence: row.sequence, mac, event: data === undefined ? null : { ...row, data } };
}
