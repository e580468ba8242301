-- CreateEnum
CREATE TYPE "Reach" AS ENUM ('none', 'broken_only', 'one_token', 'one_person', 'several');

-- DropIndex
DROP INDEX "Advertiser_teamId_connectionCount_advertiserId_idx";

-- AlterTable
ALTER TABLE "Advertiser" DROP COLUMN "connectionCount";

-- CreateTable
CREATE TABLE "AdvertiserReach" (
    "teamId" UUID NOT NULL,
    "advertiserId" TEXT NOT NULL,
    "connectionCount" INTEGER NOT NULL DEFAULT 0,
    "liveCount" INTEGER NOT NULL DEFAULT 0,
    "personCount" INTEGER NOT NULL DEFAULT 0,
    "reach" "Reach" NOT NULL DEFAULT 'none',

    CONSTRAINT "AdvertiserReach_pkey" PRIMARY KEY ("teamId","advertiserId")
);

-- CreateIndex
CREATE INDEX "AdvertiserReach_teamId_reach_advertiserId_idx" ON "AdvertiserReach"("teamId", "reach", "advertiserId");

-- CreateIndex
CREATE INDEX "AdvertiserReach_teamId_liveCount_advertiserId_idx" ON "AdvertiserReach"("teamId", "liveCount", "advertiserId");

-- CreateIndex
CREATE INDEX "AdvertiserReach_teamId_connectionCount_advertiserId_idx" ON "AdvertiserReach"("teamId", "connectionCount", "advertiserId");

-- CreateIndex
CREATE INDEX "Advertiser_teamId_company_advertiserId_idx" ON "Advertiser"("teamId", "company", "advertiserId");

-- CreateIndex
CREATE INDEX "Advertiser_teamId_country_advertiserId_idx" ON "Advertiser"("teamId", "country", "advertiserId");

-- CreateIndex
CREATE INDEX "Advertiser_teamId_currency_advertiserId_idx" ON "Advertiser"("teamId", "currency", "advertiserId");

-- CreateIndex
CREATE INDEX "Advertiser_teamId_timezone_advertiserId_idx" ON "Advertiser"("teamId", "timezone", "advertiserId");

-- AddForeignKey
ALTER TABLE "AdvertiserReach" ADD CONSTRAINT "AdvertiserReach_teamId_advertiserId_fkey" FOREIGN KEY ("teamId", "advertiserId") REFERENCES "Advertiser"("teamId", "advertiserId") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on: what keeps AdvertiserReach true, whoever writes.

-- Whether a token may still be counted on: TikTok is not known to refuse it, and the team has not put it away. A paused
-- token is only not handed out, an unverifiable one may well work.
CREATE FUNCTION still_reaches(state "ConnectionState", archived timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT state IN ('healthy', 'degraded', 'unverifiable', 'paused') AND archived IS NULL
$$;

-- Counts anew how these advertisers are reached. The rows are locked first, in one order, and counted by a statement that
-- sees what others have committed meanwhile: so two changes at once are both counted, and do not lock each other up.
-- Planned each time, because three ids and thirty thousand want different plans.
CREATE FUNCTION recount_reach(teams uuid[], advertisers text[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  PERFORM 1 FROM "AdvertiserReach" r
  WHERE (r."teamId", r."advertiserId") IN (SELECT * FROM unnest(teams, advertisers))
  ORDER BY r."teamId", r."advertiserId" FOR NO KEY UPDATE;

  UPDATE "AdvertiserReach" r SET
    "connectionCount" = n.total, "liveCount" = n.live, "personCount" = n.persons,
    reach = (CASE WHEN n.total = 0 THEN 'none' WHEN n.live = 0 THEN 'broken_only' WHEN n.live = 1 THEN 'one_token'
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
  WHERE r."teamId" = n.team AND r."advertiserId" = n.advertiser
    AND (r."connectionCount", r."liveCount", r."personCount") IS DISTINCT FROM (n.total, n.live, n.persons);
END $$;

CREATE FUNCTION reach_of_new_advertisers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "AdvertiserReach" ("teamId", "advertiserId") SELECT "teamId", "advertiserId" FROM changed;
  RETURN NULL;
END $$;

CREATE FUNCTION reach_of_grants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM recount_reach(array_agg("teamId"), array_agg("advertiserId")) FROM changed;
  RETURN NULL;
END $$;

-- Only a connection that began or ceased to be counted on, or turned out to be somebody else's, changes anything.
CREATE FUNCTION reach_of_connections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM recount_reach(array_agg(g."teamId"), array_agg(g."advertiserId"))
  FROM (
    SELECT "teamId", id, still_reaches(state, "archivedAt"), "tiktokUserId" FROM changed
    EXCEPT SELECT "teamId", id, still_reaches(state, "archivedAt"), "tiktokUserId" FROM before
  ) other JOIN "Grant" g ON g."teamId" = other."teamId" AND g."connectionId" = other.id
  HAVING count(*) > 0;
  RETURN NULL;
END $$;

CREATE TRIGGER reach_of_new_advertisers AFTER INSERT ON "Advertiser"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reach_of_new_advertisers();
CREATE TRIGGER reach_of_granted AFTER INSERT ON "Grant"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reach_of_grants();
CREATE TRIGGER reach_of_lost AFTER DELETE ON "Grant"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reach_of_grants();
CREATE TRIGGER reach_of_connections AFTER UPDATE ON "Connection"
  REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reach_of_connections();

INSERT INTO "AdvertiserReach" ("teamId", "advertiserId") SELECT "teamId", "advertiserId" FROM "Advertiser";
SELECT recount_reach(array_agg("teamId"), array_agg("advertiserId")) FROM "Advertiser";
