import type pg from 'pg';
import type { LoadedTeam } from './team';

/** A UUIDv7 as the database makes it out of a time and a text; gone with the session. */
export const idFunction = `
  CREATE OR REPLACE FUNCTION pg_temp.id_at(at timestamptz, seed text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(seed), 1, 3)
      || substr('89ab', 1 + ascii(substr(md5(seed), 4, 1)) % 4, 1) || substr(md5(seed), 5, 15))::uuid
  $$`;

const checksEach = 10;
const deepChecks = 2_000;
const deepEvents = 500;

/** Ten checks of each connection over two and a half days, and two thousand of the first: its history is deep. */
const checks = `
  INSERT INTO "Check" (id, "teamId", "connectionId", trigger, state, code, key, message, "requestId", "durationMs", at)
  SELECT pg_temp.id_at(c."lastCheckedAt" - n * interval '6 hours', c.id || ' check ' || n), c."teamId", c.id,
    CASE WHEN n % 97 = 5 THEN 'person' ELSE 'sweep' END,
    CASE WHEN c.state IN ('paused', 'revoked') THEN 'healthy' WHEN n = 0 AND c."lastCheckError" IS NOT NULL THEN NULL
      WHEN n < 4 THEN c.state ELSE 'healthy' END,
    CASE WHEN n < 4 THEN coalesce(c.problem->>'code', c."lastCheckError"->>'code')::int END,
    CASE WHEN n < 4 THEN coalesce(c.problem->>'key', c."lastCheckError"->>'key') END,
    CASE WHEN n < 4 THEN coalesce(c.problem->>'message', c."lastCheckError"->>'message') END,
    CASE WHEN n < 4 THEN coalesce(c.problem->>'requestId', c."lastCheckError"->>'requestId') END,
    180 + n * 13 % 400, c."lastCheckedAt" - n * interval '6 hours'
  FROM (SELECT *, row_number() OVER (ORDER BY id) AS number FROM "Connection" WHERE "teamId" = $1 AND "archivedAt" IS NULL) c,
    generate_series(0, CASE WHEN c.number = 1 AND $2 THEN ${deepChecks - 1} ELSE ${checksEach - 1} END) n
  ORDER BY n DESC, c.id`;

/** How each began, what was renewed, where its state went, and, for the first, five hundred changes of reach. */
const events = `
  INSERT INTO "ConnectionEvent" (id, "teamId", "connectionId", kind, data, at)
  SELECT pg_temp.id_at(at, id || kind || n), $1, id, kind, data, at FROM (
    SELECT c.id, 0 AS n, 'authorized' AS kind, c."firstAuthorizedAt" AS at,
      jsonb_build_object('actor', $3::text, 'scopes', c.scopes, 'advertisers', c."advertiserCount") AS data
    FROM "Connection" c WHERE "teamId" = $1
    UNION ALL
    SELECT c.id, 1, 'reauthorized', c."lastAuthorizedAt", jsonb_build_object('actor', $3::text)
    FROM "Connection" c WHERE "teamId" = $1 AND "authorizedCount" > 1
    UNION ALL
    SELECT c.id, 2, CASE WHEN state = 'revoked' THEN 'revoked' ELSE 'state_changed' END, c."stateSince",
      jsonb_build_object('from', 'healthy', 'to', c.state, 'failure', c.problem, 'trigger', 'sweep', 'reason', '契約終了 / Contract ended')
    FROM "Connection" c WHERE "teamId" = $1 AND state NOT IN ('healthy', 'paused')
    UNION ALL
    SELECT c.id, 10 + n, 'reach_changed', c."firstAuthorizedAt" + n * interval '1 hour', jsonb_build_object(
      'gained', '[]'::jsonb, 'gainedCount', 0, 'lostCount', 1,
      'lost', jsonb_build_array(jsonb_build_object('advertiserId', (7000000000000000000 + n)::text, 'name', '終了したアカウント ' || n)))
    FROM (SELECT id, "firstAuthorizedAt" FROM "Connection" WHERE "teamId" = $1 ORDER BY id LIMIT 1) c, generate_series(1, $2::int) n
  ) story ORDER BY at, id`;

export async function writeLogs(client: pg.ClientBase, { id, members }: LoadedTeam, { deep }: { deep: boolean }) {
  await client.query(checks, [id, deep]);
  await client.query(events, [id, deep ? deepEvents : 0, members[0]!.name]);
}
