-- AlterTable
ALTER TABLE "DataKey" ADD COLUMN     "activeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "Rotation" (
    "id" SERIAL NOT NULL,
    "keyId" INTEGER NOT NULL,
    "place" TEXT,
    "after" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Rotation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Rotation_keyId_idx" ON "Rotation"("keyId");

-- AddForeignKey
ALTER TABLE "Rotation" ADD CONSTRAINT "Rotation_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
