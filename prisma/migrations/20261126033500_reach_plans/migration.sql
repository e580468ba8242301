-- What checks a reference is planned for the values at hand, and of a team that the statistics do not know yet the planner
-- expects one row: any index that begins with the team seemed as good as any other, and each of a thousand checks went
-- through all of the team's advertisers. With plans made for any value it takes the right one.
ALTER FUNCTION reach_of_new_advertisers() SET plan_cache_mode = force_generic_plan;

-- As before, but that its own two statements alone are planned for the values at hand: three ids and thirty thousand
-- want different plans. The checks that these set off are not.
CREATE OR REPLACE FUNCTION recount_reach(teams uuid[], advertisers text[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  EXECUTE $lock$
    SELECT count(*) FROM (
      SELECT 1 FROM "AdvertiserReach" r
      WHERE (r."teamId", r."advertiserId") IN (SELECT * FROM unnest($1, $2))
      ORDER BY r."teamId", r."advertiserId" FOR NO KEY UPDATE
    ) locked
  $lock$ USING teams, advertisers;

  EXECUTE $count$
    UPDATE "AdvertiserReach" r SET
      "connectionCount" = n.total, "liveCount" = n.live, "personCount" = n.persons,
      reach = (CASE WHEN n.total = 0 THEN 'none' WHEN n.live = 0 THEN 'broken_only' WHEN n.live = 1 THEN 'one_token'
        WHEN n.persons = 1 THEN 'one_person' ELSE 'several' END)::"Reach"
    FROM (
      SELECT t.team, t.advertiser, count(g."connectionId")::int AS total,
        (count(*) FILTER (WHERE c.live))::int AS live,
        greatest(count(DISTINCT c.person) FILTER (WHERE c.live), least(count(*) FILTER (WHERE c.live), 1))::int AS persons
      FROM (SELECT DISTINCT * FROM unnest($1, $2) AS t(team, advertiser)) t
      LEFT JOIN "Grant" g ON g."teamId" = t.team AND g."advertiserId" = t.advertiser
      LEFT JOIN LATERAL (
        SELECT still_reaches(c.state, c."archivedAt") AS live, c."tiktokUserId" AS person
        FROM "Connection" c WHERE c.id = g."connectionId"
      ) c ON true
      GROUP BY t.team, t.advertiser
    ) n
    WHERE r."teamId" = n.team AND r."advertiserId" = n.advertiser
      AND (r."connectionCount", r."liveCount", r."personCount") IS DISTINCT FROM (n.total, n.live, n.persons)
  $count$ USING teams, advertisers;
END $$;
