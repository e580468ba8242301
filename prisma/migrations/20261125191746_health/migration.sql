-- DropIndex
DROP INDEX "Connection_nextCheckAt_idx";

-- CreateTable
CREATE TABLE "StateCount" (
    "teamId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "ConnectionState" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "StateCount_pkey" PRIMARY KEY ("teamId","at","state")
);

-- CreateTable
CREATE TABLE "AppBudget" (
    "teamId" UUID NOT NULL,
    "appId" UUID NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "plannedUntil" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "blockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "AppBudget_pkey" PRIMARY KEY ("teamId","appId")
);

-- CreateTable
CREATE TABLE "Outage" (
    "id" UUID NOT NULL,
    "host" "Environment" NOT NULL,
    "key" TEXT NOT NULL,
    "code" INTEGER,
    "message" TEXT,
    "requestId" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Outage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Connection_teamId_appId_nextCheckAt_idx" ON "Connection"("teamId", "appId", "nextCheckAt");

-- AddForeignKey
ALTER TABLE "StateCount" ADD CONSTRAINT "StateCount_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppBudget" ADD CONSTRAINT "AppBudget_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppBudget" ADD CONSTRAINT "AppBudget_teamId_appId_fkey" FOREIGN KEY ("teamId", "appId") REFERENCES "App"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- At most one outage of a host is open, however many instances see it.
CREATE UNIQUE INDEX "Outage_one_open_each_host" ON "Outage" ("host") WHERE "closedAt" IS NULL;

-- A budget changes several times a second: room to do so in place.
ALTER TABLE "AppBudget" SET (fillfactor = 50);

-- What was never scheduled becomes due bit by bit over the team's first interval.
UPDATE "Connection" c SET "nextCheckAt" = now() + random() * make_interval(mins => t."checkIntervalMinutes")
FROM "Team" t WHERE t.id = c."teamId" AND c."tokenSealed" IS NOT NULL AND c."nextCheckAt" IS NULL;
