-- App.connectionCount is changed at the commit, once a transaction for each app: a new connection held the row of its app
-- from its insert on, and everybody who came back from TikTok to that app waited in one line.
DROP TRIGGER count_new_connections ON "Connection";
DROP TRIGGER count_removed_connections ON "Connection";
DROP TRIGGER count_changed_connection ON "Connection";
DROP FUNCTION count_new_connections, count_removed_connections, count_changed_connection;

CREATE FUNCTION live_setting(app uuid) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT 'grantboard.live_' || translate(app::text, '-', '_')
$$;

-- Notes, for the rest of the transaction (or of its savepoint), that an app has so many more live connections. True for
-- the first note, for which the trigger is to wait.
CREATE FUNCTION notes_first(app uuid, more int) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE noted text := nullif(current_setting(live_setting(app), true), '');
BEGIN
  PERFORM set_config(live_setting(app), (coalesce(noted::int, 0) + more)::text, true);
  RETURN noted IS NULL;
END $$;

CREATE FUNCTION count_noted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  connection "Connection" := coalesce(NEW, OLD);
  noted int := nullif(current_setting(live_setting(connection."appId"), true), '')::int;
BEGIN
  PERFORM set_config(live_setting(connection."appId"), '', true);
  UPDATE "App" SET "connectionCount" = "connectionCount" + noted
  WHERE "teamId" = connection."teamId" AND id = connection."appId" AND noted <> 0;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER count_new AFTER INSERT ON "Connection" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (CASE WHEN NEW.state <> 'revoked' THEN notes_first(NEW."appId", 1) ELSE false END)
  EXECUTE FUNCTION count_noted();
CREATE CONSTRAINT TRIGGER count_gone AFTER DELETE ON "Connection" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (CASE WHEN OLD.state <> 'revoked' THEN notes_first(OLD."appId", -1) ELSE false END)
  EXECUTE FUNCTION count_noted();
CREATE CONSTRAINT TRIGGER count_changed AFTER UPDATE ON "Connection" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (CASE WHEN (OLD.state = 'revoked') IS DISTINCT FROM (NEW.state = 'revoked')
    THEN notes_first(NEW."appId", CASE WHEN NEW.state = 'revoked' THEN -1 ELSE 1 END) ELSE false END)
  EXECUTE FUNCTION count_noted();
