-- By hand: revoked connections that still reach something, for the minute's resume. Mostly there are none.
CREATE INDEX "Connection_to_let_go" ON "Connection" ("revokedAt") WHERE state = 'revoked' AND "advertiserCount" > 0;
