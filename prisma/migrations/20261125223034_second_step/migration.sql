-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "awaitsCode" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "totpLastStep" INTEGER;
