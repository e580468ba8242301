-- What the audit tells last of the Secret of an app is one look, too. server/audit/secrets-put-back.ts asks in these words.
CREATE INDEX "AuditEvent_secret" ON "AuditEvent" ("teamId", "objectId", sequence)
  WHERE result = 'done' AND action IN ('app.registered', 'app.secret_replaced');
