-- What the audit tells last of the token of a connection is one look, however much else it tells of it: every check that
-- somebody asked for and every token that was handed out. server/audit/find-put-back.ts asks in these words.
CREATE INDEX "AuditEvent_token" ON "AuditEvent" ("teamId", "objectId", sequence)
  WHERE result = 'done' AND action IN ('connection.authorized', 'connection.reauthorized', 'connection.revoked', 'connection.moved');
