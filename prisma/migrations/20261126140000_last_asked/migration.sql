-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "lastAskedAt" TIMESTAMPTZ(3);
