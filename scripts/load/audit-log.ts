import type pg from 'pg';
import type { ChainedEvent } from '@/server/audit/canonical-event';
import { eventMac, headAfter } from '@/server/audit/chain';
import { keyring } from '@/server/vault/keyring';
import type { LoadedTeam } from './team';

const days = 400;
const atOnce = 25_000;

/** What people and the system do, as an agency's day goes: mostly checks and edits, now and then a token read. */
const draw = `
  CREATE TEMP TABLE drawn_events ON COMMIT DROP AS
  WITH things AS (
    SELECT row_number() OVER (ORDER BY id) - 1 AS n, id, name, state, count(*) OVER () AS all FROM "Connection" WHERE "teamId" = $1
  ), people AS (
    SELECT row_number() OVER (ORDER BY u.id) - 1 AS n, u.id, u.name, count(*) OVER () AS all
    FROM "Membership" m JOIN "User" u ON u.id = m."userId" WHERE m."teamId" = $1
  ), sizes AS (
    SELECT (SELECT max(things.all) FROM things) AS things, (SELECT max(people.all) FROM people) AS people
  ), drawn AS (
    SELECT s, s * 48271 % things AS thing, s * 16807 % people AS person, s * 69621 % 100 AS lot,
      $4::timestamptz - ($5::bigint - s) * (interval '${days} days' / $5::bigint) AS at
    FROM generate_series($2::bigint, $3::bigint) s, sizes
  )
  SELECT $1::uuid AS "teamId", s AS sequence, at::timestamptz(3) AS at,
    CASE WHEN lot < 12 THEN 'system' ELSE 'person' END AS "actorKind",
    CASE WHEN lot >= 12 THEN people.id::text END AS "actorId",
    CASE WHEN lot < 12 THEN 'Grantboard' ELSE people.name END AS "actorName",
    CASE WHEN lot >= 12 THEN '203.0.113.' || people.n % 250 END AS ip,
    CASE WHEN lot >= 12 THEN 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)' END AS "userAgent",
    CASE WHEN s = 1 THEN 'team.created' WHEN lot < 40 THEN 'connection.checked' WHEN lot < 60 THEN 'connection.changed' WHEN lot < 75 THEN 'session.started'
      WHEN lot < 83 THEN 'connection.revealed' WHEN lot < 90 THEN 'authorization.created' WHEN lot < 95 THEN 'connection.authorized'
      WHEN lot < 98 OR things.state <> 'revoked' THEN 'connection.paused' ELSE 'connection.revoked' END AS action,
    CASE WHEN s = 1 THEN 'team' WHEN lot BETWEEN 60 AND 74 THEN 'session' WHEN lot BETWEEN 83 AND 89 THEN 'authorization'
      ELSE 'connection' END AS "objectKind",
    CASE WHEN s = 1 THEN $1::text WHEN lot NOT BETWEEN 60 AND 74 THEN things.id::text ELSE people.id::text END AS "objectId",
    CASE WHEN s > 1 AND lot NOT BETWEEN 60 AND 74 THEN things.name END AS "objectName",
    CASE WHEN s > 1 AND lot >= 98 THEN '契約終了 / Contract ended' END AS reason,
    CASE WHEN s % 211 = 0 THEN 'refused' ELSE 'done' END AS result,
    CASE WHEN s > 1 AND lot < 40 THEN '{"trigger": "person", "state": "healthy"}'::jsonb ELSE '{}'::jsonb END AS data
  FROM drawn JOIN things ON things.n = drawn.thing JOIN people ON people.n = drawn.person
  ORDER BY s`;

const read = `
  SELECT "teamId"::text, sequence::text, trim_scale(extract(epoch FROM at) * 1000)::text AS at, "actorKind", "actorId",
    "actorName", ip, "userAgent", action, "objectKind", "objectId", "objectName", reason, result, data
  FROM drawn_events d ORDER BY d.sequence`;

const columns = `"teamId", sequence, at, "actorKind", "actorId", "actorName", ip, "userAgent", action,
  "objectKind", "objectId", "objectName", reason, result, data`;

const insert = `
  INSERT INTO "AuditEvent" (${columns}, mac)
  SELECT ${columns}, mac FROM (SELECT *, row_number() OVER (ORDER BY sequence) AS n FROM drawn_events) d
  JOIN unnest($1::bytea[]) WITH ORDINALITY AS m(mac, n) USING (n) ORDER BY sequence`;

/** Writes `auditEvents` rows, chained, sequences 1 to that without a gap, over the last ${days} days. */
export async function writeAuditLog(client: pg.ClientBase, { id, auditEvents }: LoadedTeam, now: Date): Promise<void> {
  const key = keyring().audit;
  let head: Buffer | null = null;
  for (let from = 1; from <= auditEvents; from += atOnce) {
    const to = Math.min(auditEvents, from + atOnce - 1);
    await client.query(draw, [id, from, to, now, auditEvents]);
    const { rows } = await client.query<Drawn>(read);
    const macs: Buffer[] = [];
    for (const row of rows) {
      const event = { ...row, sequence: BigInt(row.sequence) };
      const mac = eventMac(key, head, event);
      head = headAfter(key, event, mac);
      macs.push(mac);
    }
    await client.query(insert, [macs]);
    await client.query('DROP TABLE drawn_events');
  }
  await client.query('UPDATE "AuditEnd" SET sequence = $2, head = $3 WHERE "teamId" = $1', [id, auditEvents, head]);
}

type Drawn = Omit<ChainedEvent, 'sequence'> & { sequence: string };
