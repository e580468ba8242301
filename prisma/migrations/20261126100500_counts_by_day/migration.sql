-- CreateTable
CREATE TABLE "ConnectionCount" (
    "id" BIGSERIAL NOT NULL,
    "teamId" UUID NOT NULL,
    "archived" BOOLEAN NOT NULL,
    "day" DATE NOT NULL,
    "state" "ConnectionState" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ConnectionCount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ConnectionCount_teamId_archived_day_state_count_idx" ON "ConnectionCount"("teamId", "archived", "day", "state", "count");

-- AddForeignKey
ALTER TABLE "ConnectionCount" ADD CONSTRAINT "ConnectionCount_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on: what keeps ConnectionCount true, whoever writes. A change adds rows and touches none that is
-- there, so nobody waits for anybody; what belongs together is summed up now and then.
CREATE FUNCTION day_of(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (at AT TIME ZONE 'UTC')::date
$$;

CREATE FUNCTION start_of(day date) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT day::timestamp AT TIME ZONE 'UTC'
$$;

-- A team that is being removed is counted no more.
CREATE FUNCTION days_of_new_connections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ConnectionCount" ("teamId", archived, day, state, count)
  SELECT "teamId", archived, day_of("lastAuthorizedAt"), state, count(*) FROM changed GROUP BY 1, 2, 3, 4;
  RETURN NULL;
END $$;

CREATE FUNCTION days_of_changed_connections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ConnectionCount" ("teamId", archived, day, state, count)
  SELECT "teamId", archived, day, state, sum(more) FROM (
    SELECT "teamId", archived, day_of("lastAuthorizedAt") AS day, state, 1 AS more FROM changed
    UNION ALL SELECT "teamId", archived, day_of("lastAuthorizedAt"), state, -1 FROM before
  ) moved GROUP BY 1, 2, 3, 4 HAVING sum(more) <> 0;
  RETURN NULL;
END $$;

CREATE FUNCTION days_of_removed_connections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ConnectionCount" ("teamId", archived, day, state, count)
  SELECT "teamId", archived, day_of("lastAuthorizedAt"), state, -count(*) FROM before
  WHERE EXISTS (SELECT FROM "Team" t WHERE t.id = "teamId") GROUP BY 1, 2, 3, 4;
  RETURN NULL;
END $$;

CREATE TRIGGER days_of_new_connections AFTER INSERT ON "Connection"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION days_of_new_connections();
CREATE TRIGGER days_of_changed_connections AFTER UPDATE ON "Connection"
  REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION days_of_changed_connections();
CREATE TRIGGER days_of_removed_connections AFTER DELETE ON "Connection"
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION days_of_removed_connections();

-- One row in 256 has those of its team summed up. Rows that somebody else sums up just now are left to them.
CREATE FUNCTION sum_up_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH several AS (
    SELECT archived, day, state FROM "ConnectionCount" WHERE "teamId" = NEW."teamId" GROUP BY 1, 2, 3 HAVING count(*) > 1
  ), gone AS (
    DELETE FROM "ConnectionCount" WHERE id IN (
      SELECT c.id FROM "ConnectionCount" c JOIN several s USING (archived, day, state)
      WHERE c."teamId" = NEW."teamId" FOR UPDATE OF c SKIP LOCKED
    ) RETURNING archived, day, state, count
  )
  INSERT INTO "ConnectionCount" ("teamId", archived, day, state, count)
  SELECT NEW."teamId", archived, day, state, sum(count) FROM gone GROUP BY 2, 3, 4 HAVING sum(count) <> 0;
  RETURN NULL;
END $$;

CREATE TRIGGER sum_up_counts AFTER INSERT ON "ConnectionCount"
  FOR EACH ROW WHEN (NEW.id % 256 = 0) EXECUTE FUNCTION sum_up_counts();

INSERT INTO "ConnectionCount" ("teamId", archived, day, state, count)
SELECT "teamId", archived, day_of("lastAuthorizedAt"), state, count(*) FROM "Connection" GROUP BY 1, 2, 3, 4;
