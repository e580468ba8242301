-- DropIndex
DROP INDEX "Connection_teamId_advertiserCount_id_idx";

-- DropIndex
DROP INDEX "Connection_teamId_lastAuthorizedAt_id_idx";

-- DropIndex
DROP INDEX "Connection_teamId_lastCheckedAt_id_idx";

-- DropIndex
DROP INDEX "Connection_teamId_name_id_idx";

-- DropIndex
DROP INDEX "Connection_teamId_state_id_idx";

-- AlterTable
ALTER TABLE "Advertiser" ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "appName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "archived" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "ownerName" TEXT,
ADD COLUMN     "scopeCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "TeamRevision" (
    "teamId" UUID NOT NULL,
    "revision" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "TeamRevision_pkey" PRIMARY KEY ("teamId")
);

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_id_idx" ON "Connection"("teamId", "archived", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_name_id_idx" ON "Connection"("teamId", "archived", "name", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_state_id_idx" ON "Connection"("teamId", "archived", "state", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_appName_id_idx" ON "Connection"("teamId", "archived", "appName", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_ownerName_id_idx" ON "Connection"("teamId", "archived", "ownerName", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_scopeCount_id_idx" ON "Connection"("teamId", "archived", "scopeCount", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_advertiserCount_id_idx" ON "Connection"("teamId", "archived", "advertiserCount", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_lastCheckedAt_id_idx" ON "Connection"("teamId", "archived", "lastCheckedAt", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_nextCheckAt_id_idx" ON "Connection"("teamId", "archived", "nextCheckAt", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_lastAuthorizedAt_id_idx" ON "Connection"("teamId", "archived", "lastAuthorizedAt", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_archived_firstAuthorizedAt_id_idx" ON "Connection"("teamId", "archived", "firstAuthorizedAt", "id");

-- AddForeignKey
ALTER TABLE "TeamRevision" ADD CONSTRAINT "TeamRevision_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- Searching. Text is compared without case and width (NFKC), in any script. A search looks up the text's single
-- characters and pairs of neighbours: two Japanese characters are a word, which trigrams would not find.
-- search_grams calls nothing but the system's own functions: PostgreSQL tends indexes with an empty search path.
CREATE FUNCTION search_text(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(normalize(t, NFKC))
$$;

CREATE FUNCTION search_grams(t text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT string_to_array(t, NULL) || ARRAY(SELECT substr(t, i, 2) FROM generate_series(1, length(t) - 1) AS i)
$$;

-- What a search_text must have in its search_grams to hold this one.
CREATE FUNCTION wanted_grams(t text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE WHEN length(t) < 2 THEN string_to_array(t, NULL)
    ELSE ARRAY(SELECT DISTINCT substr(t, i, 2) FROM generate_series(1, length(t) - 1) AS i) END
$$;

-- The pattern of LIKE for text that holds this one as it stands.
CREATE FUNCTION wanted_pattern(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT '%' || regexp_replace(t, '([\\%_])', '\\\1', 'g') || '%'
$$;

-- What lists sort and search by, kept beside what it comes from. An app is locked against renaming until the connection
-- is committed (as its foreign key would do an instant later), so that none keeps a name that is just being changed.
CREATE FUNCTION derive_connection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.archived := NEW."archivedAt" IS NOT NULL;
  NEW."scopeCount" := cardinality(NEW.scopes);
  NEW."searchText" := search_text(NEW.name || ' ' || coalesce(NEW."tiktokUserName", ''));
  IF TG_OP = 'INSERT' OR NEW."appId" IS DISTINCT FROM OLD."appId" THEN
    NEW."appName" := coalesce((SELECT name FROM "App" WHERE "teamId" = NEW."teamId" AND id = NEW."appId" FOR KEY SHARE), '');
  END IF;
  IF TG_OP = 'INSERT' OR NEW."ownerId" IS DISTINCT FROM OLD."ownerId" THEN
    NEW."ownerName" := (SELECT name FROM "User" WHERE id = NEW."ownerId");
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER derive_connection
  BEFORE INSERT OR UPDATE OF "appId", "ownerId", name, "tiktokUserName", scopes, "archivedAt" ON "Connection"
  FOR EACH ROW EXECUTE FUNCTION derive_connection();

CREATE FUNCTION pass_on_app_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Connection" SET "appName" = NEW.name WHERE "teamId" = NEW."teamId" AND "appId" = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER pass_on_app_name AFTER UPDATE OF name ON "App"
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION pass_on_app_name();

CREATE FUNCTION pass_on_user_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Connection" c SET "ownerName" = NEW.name
  FROM "Membership" m WHERE m."userId" = NEW.id AND c."teamId" = m."teamId" AND c."ownerId" = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER pass_on_user_name AFTER UPDATE OF name ON "User"
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION pass_on_user_name();

CREATE FUNCTION derive_advertiser() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := coalesce(search_text(NEW.name), '');
  RETURN NEW;
END $$;

CREATE TRIGGER derive_advertiser BEFORE INSERT OR UPDATE OF name ON "Advertiser"
  FOR EACH ROW EXECUTE FUNCTION derive_advertiser();

UPDATE "Connection" SET name = name;
UPDATE "Connection" c SET "appName" = a.name FROM "App" a WHERE a."teamId" = c."teamId" AND a.id = c."appId";
UPDATE "Connection" c SET "ownerName" = u.name FROM "User" u WHERE u.id = c."ownerId";
UPDATE "Advertiser" SET name = name;

CREATE INDEX "Connection_search" ON "Connection" USING gin (search_grams("searchText")) WITH (fastupdate = off);
CREATE INDEX "Advertiser_search" ON "Advertiser" USING gin (search_grams("searchText")) WITH (fastupdate = off);
CREATE INDEX "Connection_problem" ON "Connection" ("teamId", (problem->>'key'), id) WHERE problem IS NOT NULL;
CREATE INDEX "Connection_check_failing" ON "Connection" ("teamId", id) WHERE "lastCheckError" IS NOT NULL;

-- The revision of a team: who changes what a list could count bumps it, once a transaction, when everything else of the
-- transaction is done. So it is the last lock taken, held for the commit alone.
CREATE FUNCTION first_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "TeamRevision" ("teamId") VALUES (NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER first_revision AFTER INSERT ON "Team" FOR EACH ROW EXECUTE FUNCTION first_revision();
INSERT INTO "TeamRevision" ("teamId") SELECT id FROM "Team";

-- Whether this transaction has changed nothing of the team before, which is noted for the rest of the transaction (or of
-- its savepoint, with which the bump that waits is undone too).
CREATE FUNCTION touches_first(team uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE touched text := coalesce(current_setting('grantboard.touched', true), '');
BEGIN
  IF position(team::text IN touched) > 0 THEN RETURN false; END IF;
  PERFORM set_config('grantboard.touched', touched || team::text, true);
  RETURN true;
END $$;

-- A team that is being removed has no revision any more, which is no error.
CREATE FUNCTION bump_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "TeamRevision" SET revision = revision + 1
  WHERE "teamId" = CASE WHEN TG_OP = 'DELETE' THEN OLD."teamId" ELSE NEW."teamId" END;
  RETURN NULL;
END $$;

-- Only where a count can change by it: a check that finds what it found before bumps nothing.
CREATE FUNCTION counts_otherwise(before "Connection", after "Connection") RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (before."teamId", before.id, before.state, before."appId", before."ownerId", before."searchText",
      before.scopes, before.archived, before."lastAuthorizedAt", before.problem->>'key', before."lastCheckError" IS NULL)
    IS DISTINCT FROM (after."teamId", after.id, after.state, after."appId", after."ownerId", after."searchText",
      after.scopes, after.archived, after."lastAuthorizedAt", after.problem->>'key', after."lastCheckError" IS NULL)
$$;

CREATE CONSTRAINT TRIGGER revision_of_connections AFTER UPDATE ON "Connection" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (CASE WHEN counts_otherwise(OLD, NEW) THEN touches_first(NEW."teamId") ELSE false END)
  EXECUTE FUNCTION bump_revision();
CREATE CONSTRAINT TRIGGER revision_of_advertisers AFTER UPDATE ON "Advertiser" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (CASE WHEN (OLD."searchText", OLD.status, OLD.company, OLD.country, OLD.currency, OLD.timezone)
      IS DISTINCT FROM (NEW."searchText", NEW.status, NEW.company, NEW.country, NEW.currency, NEW.timezone)
    THEN touches_first(NEW."teamId") ELSE false END)
  EXECUTE FUNCTION bump_revision();
CREATE CONSTRAINT TRIGGER revision_of_reach AFTER UPDATE ON "AdvertiserReach" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (CASE WHEN OLD.reach <> NEW.reach THEN touches_first(NEW."teamId") ELSE false END)
  EXECUTE FUNCTION bump_revision();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Connection', 'ConnectionTag', 'Grant', 'Advertiser'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER revision_of_new AFTER INSERT ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (touches_first(NEW."teamId")) EXECUTE FUNCTION bump_revision()', name);
    EXECUTE format('CREATE CONSTRAINT TRIGGER revision_of_gone AFTER DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (touches_first(OLD."teamId")) EXECUTE FUNCTION bump_revision()', name);
  END LOOP;
END $$;
