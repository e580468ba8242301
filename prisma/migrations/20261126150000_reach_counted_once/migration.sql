-- DropForeignKey
ALTER TABLE "Grant" DROP CONSTRAINT "Grant_teamId_fkey";

-- By hand from here on. A grant's team needs no check of its own: its connection and its advertiser, both of that team,
-- are checked.

-- How these advertisers are reached, each once.
CREATE FUNCTION counted_reach(teams uuid[], advertisers text[])
RETURNS TABLE (team uuid, advertiser text, total int, live int, persons int, reach "Reach") LANGUAGE sql STABLE AS $$
  SELECT n.*, (CASE WHEN n.total = 0 THEN 'none' WHEN n.live = 0 THEN 'broken_only' WHEN n.live = 1 THEN 'one_token'
    WHEN n.persons = 1 THEN 'one_person' ELSE 'several' END)::"Reach"
  FROM (
    SELECT t.team, t.advertiser, count(g."connectionId")::int AS total,
      (count(*) FILTER (WHERE c.live))::int AS live,
      greatest(count(DISTINCT c.person) FILTER (WHERE c.live), least(count(*) FILTER (WHERE c.live), 1))::int AS persons
    FROM (SELECT DISTINCT * FROM unnest(teams, advertisers) AS t(team, advertiser)) t
    LEFT JOIN "Grant" g ON g."teamId" = t.team AND g."advertiserId" = t.advertiser
    LEFT JOIN LATERAL (
      SELECT still_reaches(c.state, c."archivedAt") AS live, c."tiktokUserId" AS person
      FROM "Connection" c WHERE c.id = g."connectionId"
    ) c ON true
    GROUP BY t.team, t.advertiser
  ) n
$$;

-- As before, but of those alone that are kept here already: new ones that are granted in the statement that makes them
-- are counted when they are, below, instead of being written twice.
CREATE OR REPLACE FUNCTION recount_reach(teams uuid[], advertisers text[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  EXECUTE $lock$
    SELECT array_agg("teamId"), array_agg("advertiserId") FROM (
      SELECT r."teamId", r."advertiserId" FROM "AdvertiserReach" r
      WHERE (r."teamId", r."advertiserId") IN (SELECT * FROM unnest($1, $2))
      ORDER BY r."teamId", r."advertiserId" FOR NO KEY UPDATE
    ) locked
  $lock$ INTO teams, advertisers USING teams, advertisers;
  IF teams IS NULL THEN RETURN; END IF;

  EXECUTE $count$
    UPDATE "AdvertiserReach" r
    SET "connectionCount" = n.total, "liveCount" = n.live, "personCount" = n.persons, reach = n.reach
    FROM counted_reach($1, $2) n
    WHERE r."teamId" = n.team AND r."advertiserId" = n.advertiser
      AND (r."connectionCount", r."liveCount", r."personCount") IS DISTINCT FROM (n.total, n.live, n.persons)
  $count$ USING teams, advertisers;
END $$;

-- Nobody else sees these yet, so that nobody needs to be kept from counting them too.
CREATE OR REPLACE FUNCTION reach_of_new_advertisers() RETURNS trigger LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE teams uuid[]; advertisers text[];
BEGIN
  SELECT array_agg("teamId"), array_agg("advertiserId") INTO teams, advertisers FROM changed;
  IF teams IS NULL THEN RETURN NULL; END IF;
  EXECUTE $count$
    INSERT INTO "AdvertiserReach" ("teamId", "advertiserId", "connectionCount", "liveCount", "personCount", reach)
    SELECT * FROM counted_reach($1, $2)
  $count$ USING teams, advertisers;
  RETURN NULL;
END $$;
