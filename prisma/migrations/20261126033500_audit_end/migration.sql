-- Where each audit ends, in a row of its own: every event changes it, and every row that refers to its team has to look
-- at the team. In one row, the versions of each were in the way of the other.
CREATE TABLE "AuditEnd" (
    "teamId" UUID NOT NULL,
    "sequence" BIGINT NOT NULL DEFAULT 0,
    "head" BYTEA,

    CONSTRAINT "AuditEnd_pkey" PRIMARY KEY ("teamId")
) WITH (fillfactor = 50);
ALTER TABLE "AuditEnd" ADD CONSTRAINT "AuditEnd_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "AuditEnd" ("teamId", sequence, head) SELECT id, "auditSequence", "auditHead" FROM "Team";
ALTER TABLE "Team" DROP COLUMN "auditSequence", DROP COLUMN "auditHead";

CREATE FUNCTION first_audit_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "AuditEnd" ("teamId") VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER first_audit_end AFTER INSERT ON "Team" FOR EACH ROW EXECUTE FUNCTION first_audit_end();
