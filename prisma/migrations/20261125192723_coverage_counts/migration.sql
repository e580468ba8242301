-- AlterTable
ALTER TABLE "CoverageList" ADD COLUMN     "entryCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now();
ALTER TABLE "CoverageList" ALTER COLUMN "updatedAt" DROP DEFAULT;

-- CreateIndex
CREATE INDEX "CoverageEntry_teamId_listId_label_advertiserId_idx" ON "CoverageEntry"("teamId", "listId", "label", "advertiserId");
