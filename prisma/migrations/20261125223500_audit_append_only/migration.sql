-- Nobody changes what was recorded: not the program either, nor a replica. Whoever owns the table can take the trigger
-- away; that this happened is what the chain of MACs tells.
CREATE FUNCTION refuse_to_change_the_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Events of the audit are neither changed nor removed (% of "AuditEvent").', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();
ALTER TABLE "AuditEvent" ENABLE ALWAYS TRIGGER append_only;
