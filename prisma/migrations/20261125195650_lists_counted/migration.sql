-- CreateIndex
CREATE INDEX "Connection_counted" ON "Connection"("teamId", "archived", "state", "appId", "ownerId", "lastAuthorizedAt");

-- By hand: a connection that somebody writes without its scopes has none of them, which is 0 and not unknown.
CREATE OR REPLACE FUNCTION derive_connection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.archived := NEW."archivedAt" IS NOT NULL;
  NEW."scopeCount" := coalesce(cardinality(NEW.scopes), 0);
  NEW."searchText" := search_text(NEW.name || ' ' || coalesce(NEW."tiktokUserName", ''));
  IF TG_OP = 'INSERT' OR NEW."appId" IS DISTINCT FROM OLD."appId" THEN
    NEW."appName" := coalesce((SELECT name FROM "App" WHERE "teamId" = NEW."teamId" AND id = NEW."appId" FOR KEY SHARE), '');
  END IF;
  IF TG_OP = 'INSERT' OR NEW."ownerId" IS DISTINCT FROM OLD."ownerId" THEN
    NEW."ownerName" := (SELECT name FROM "User" WHERE id = NEW."ownerId");
  END IF;
  RETURN NEW;
END $$;
