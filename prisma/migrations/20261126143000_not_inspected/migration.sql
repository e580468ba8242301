-- Who goes on with what was interrupted asks every minute for those that TikTok has not told about yet: a few of all.
CREATE INDEX "Connection_not_inspected" ON "Connection" ("createdAt") WHERE "inspectedAt" IS NULL;
