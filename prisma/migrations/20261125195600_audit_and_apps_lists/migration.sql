-- DropIndex
DROP INDEX "AuditEvent_teamId_action_sequence_idx";

-- DropIndex
DROP INDEX "AuditEvent_teamId_actorId_sequence_idx";

-- DropIndex
DROP INDEX "AuditEvent_teamId_objectKind_objectId_sequence_idx";

-- CreateIndex
CREATE INDEX "App_teamId_connectionCount_id_idx" ON "App"("teamId", "connectionCount", "id");

-- CreateIndex
CREATE INDEX "App_teamId_environment_id_idx" ON "App"("teamId", "environment", "id");

-- CreateIndex
CREATE INDEX "App_teamId_tier_id_idx" ON "App"("teamId", "tier", "id");

-- CreateIndex
CREATE INDEX "App_teamId_reviewStatus_id_idx" ON "App"("teamId", "reviewStatus", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_teamId_at_sequence_idx" ON "AuditEvent"("teamId", "at", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_teamId_action_at_sequence_idx" ON "AuditEvent"("teamId", "action", "at", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_teamId_actorId_at_sequence_idx" ON "AuditEvent"("teamId", "actorId", "at", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_teamId_objectKind_at_sequence_idx" ON "AuditEvent"("teamId", "objectKind", "at", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_teamId_objectId_at_sequence_idx" ON "AuditEvent"("teamId", "objectId", "at", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_teamId_ip_at_sequence_idx" ON "AuditEvent"("teamId", "ip", "at", "sequence");

-- By hand from here on.

-- The few that were not done.
CREATE INDEX "AuditEvent_teamId_result_at_sequence_idx" ON "AuditEvent"("teamId", "result", "at", "sequence")
WHERE "result" <> 'done';

-- How a name begins, in whatever width and case it is written. Cut off, because an index takes no long values.
CREATE FUNCTION beginning_of(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(lower(normalize(name, NFKC)), 64)
$$;
CREATE INDEX "AuditEvent_teamId_objectName_idx" ON "AuditEvent"("teamId", (beginning_of("objectName") COLLATE "C"));
CREATE INDEX "AuditEvent_teamId_actorName_idx" ON "AuditEvent"("teamId", (beginning_of("actorName") COLLATE "C"));

-- App.connectionCount is how many of its connections are live, whoever writes them.
CREATE FUNCTION count_new_connections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "App" a SET "connectionCount" = a."connectionCount" + n.live
  FROM (SELECT "teamId", "appId", count(*) AS live FROM changed WHERE state <> 'revoked' GROUP BY 1, 2) n
  WHERE a."teamId" = n."teamId" AND a.id = n."appId";
  RETURN NULL;
END $$;

CREATE FUNCTION count_removed_connections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "App" a SET "connectionCount" = a."connectionCount" - n.live
  FROM (SELECT "teamId", "appId", count(*) AS live FROM changed WHERE state <> 'revoked' GROUP BY 1, 2) n
  WHERE a."teamId" = n."teamId" AND a.id = n."appId";
  RETURN NULL;
END $$;

CREATE FUNCTION count_changed_connection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "App" SET "connectionCount" = "connectionCount" + CASE WHEN NEW.state = 'revoked' THEN -1 ELSE 1 END
  WHERE "teamId" = NEW."teamId" AND id = NEW."appId";
  RETURN NULL;
END $$;

CREATE TRIGGER count_new_connections AFTER INSERT ON "Connection"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_new_connections();
CREATE TRIGGER count_removed_connections AFTER DELETE ON "Connection"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_removed_connections();
CREATE TRIGGER count_changed_connection AFTER UPDATE OF state ON "Connection"
  FOR EACH ROW WHEN ((OLD.state = 'revoked') IS DISTINCT FROM (NEW.state = 'revoked'))
  EXECUTE FUNCTION count_changed_connection();

UPDATE "App" a SET "connectionCount" = (
  SELECT count(*) FROM "Connection" c WHERE c."teamId" = a."teamId" AND c."appId" = a.id AND c.state <> 'revoked'
);
