CREATE TYPE "TotpNeededBy" AS ENUM ('nobody', 'owners', 'everybody');

-- What a team demanded of its owners it goes on demanding of them.
ALTER TABLE "Team" ADD COLUMN "totpNeededBy" "TotpNeededBy" NOT NULL DEFAULT 'nobody';
UPDATE "Team" SET "totpNeededBy" = 'owners' WHERE "ownersNeedTotp";
ALTER TABLE "Team" DROP COLUMN "ownersNeedTotp";
