-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'admin', 'operator', 'auditor');

-- CreateEnum
CREATE TYPE "Environment" AS ENUM ('production', 'sandbox');

-- CreateEnum
CREATE TYPE "RateTier" AS ENUM ('basic', 'advanced', 'premium', 'ultimate');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('applied', 'in_review', 'approved', 'rejected', 'permission_change');

-- CreateEnum
CREATE TYPE "AuthorizationStatus" AS ENUM ('pending', 'quarantined', 'claimed', 'comparing', 'connected', 'no_advertisers', 'cancelled', 'expired', 'refused', 'lost');

-- CreateEnum
CREATE TYPE "ConnectionState" AS ENUM ('auth_broken', 'app_problem', 'degraded', 'unverifiable', 'healthy', 'paused', 'revoked');

-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "setupCodeHash" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MasterKey" (
    "id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "MasterKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataKey" (
    "id" SERIAL NOT NULL,
    "purpose" TEXT NOT NULL,
    "masterKeyId" TEXT NOT NULL,
    "keySealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "passwordSetAt" TIMESTAMPTZ(3),
    "totpSealed" BYTEA,
    "totpEnabledAt" TIMESTAMPTZ(3),
    "locale" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "ip" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authenticatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "acceptCopiedUrls" BOOLEAN NOT NULL DEFAULT false,
    "ownersNeedTotp" BOOLEAN NOT NULL DEFAULT false,
    "keyMaxAgeDays" INTEGER NOT NULL DEFAULT 365,
    "checkIntervalMinutes" INTEGER NOT NULL DEFAULT 360,
    "budgetPercent" INTEGER NOT NULL DEFAULT 50,
    "auditSequence" BIGINT NOT NULL DEFAULT 0,
    "auditHead" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("teamId","userId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuideProgress" (
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "doneSteps" TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GuideProgress_pkey" PRIMARY KEY ("teamId","userId")
);

-- CreateTable
CREATE TABLE "App" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "appId" TEXT,
    "secretSealed" BYTEA,
    "secretHint" TEXT,
    "secretSetAt" TIMESTAMPTZ(3),
    "priorSecretSealed" BYTEA,
    "environment" "Environment" NOT NULL DEFAULT 'production',
    "tier" "RateTier" NOT NULL DEFAULT 'basic',
    "reviewStatus" "ReviewStatus" NOT NULL DEFAULT 'approved',
    "reviewSince" TIMESTAMPTZ(3),
    "reviewRemindAt" TIMESTAMPTZ(3),
    "notes" TEXT NOT NULL DEFAULT '',
    "connectionCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "App_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RedirectUrl" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "appId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RedirectUrl_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppReview" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "appId" UUID NOT NULL,
    "status" "ReviewStatus" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AppReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Authorization" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "appId" UUID NOT NULL,
    "connectionId" UUID,
    "reauthorizes" BOOLEAN NOT NULL DEFAULT false,
    "linkId" UUID,
    "startedById" UUID,
    "redirectUrl" TEXT NOT NULL,
    "stateHash" BYTEA NOT NULL,
    "stateSealed" BYTEA,
    "bindingHash" BYTEA,
    "bound" BOOLEAN NOT NULL,
    "status" "AuthorizationStatus" NOT NULL DEFAULT 'pending',
    "codeSealed" BYTEA,
    "codeAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "ambiguous" BOOLEAN NOT NULL DEFAULT false,
    "tokenSealed" BYTEA,
    "candidate" JSONB,
    "failure" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Authorization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Connection" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "appId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "ownerId" UUID,
    "state" "ConnectionState" NOT NULL,
    "stateSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "problem" JSONB,
    "stateBeforePause" "ConnectionState",
    "tokenSealed" BYTEA,
    "tokenHash" BYTEA,
    "tokenHint" TEXT,
    "tiktokUserId" TEXT,
    "tiktokUserName" TEXT,
    "tiktokUserEmail" TEXT,
    "tiktokUserAvatar" TEXT,
    "scopes" TEXT[],
    "advertiserCount" INTEGER NOT NULL DEFAULT 0,
    "inspectedAt" TIMESTAMPTZ(3),
    "firstAuthorizedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastAuthorizedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authorizedCount" INTEGER NOT NULL DEFAULT 1,
    "lastCheckedAt" TIMESTAMPTZ(3),
    "nextCheckAt" TIMESTAMPTZ(3),
    "suspectedAt" TIMESTAMPTZ(3),
    "lastCheckError" JSONB,
    "revokedAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConnectionEvent" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConnectionEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Advertiser" (
    "teamId" UUID NOT NULL,
    "advertiserId" TEXT NOT NULL,
    "name" TEXT,
    "status" TEXT,
    "company" TEXT,
    "country" TEXT,
    "currency" TEXT,
    "timezone" TEXT,
    "businessCenter" TEXT,
    "connectionCount" INTEGER NOT NULL DEFAULT 0,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "describedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Advertiser_pkey" PRIMARY KEY ("teamId","advertiserId")
);

-- CreateTable
CREATE TABLE "Grant" (
    "teamId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "advertiserId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("teamId","connectionId","advertiserId")
);

-- CreateTable
CREATE TABLE "Check" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "trigger" TEXT NOT NULL,
    "state" "ConnectionState",
    "code" INTEGER,
    "key" TEXT,
    "message" TEXT,
    "requestId" TEXT,
    "durationMs" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "appId" UUID,
    "cause" TEXT NOT NULL,
    "code" INTEGER,
    "affected" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertChannel" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "secretSealed" BYTEA,
    "priorSecretSealed" BYTEA,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AlertChannel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertDelivery" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "incidentId" UUID,
    "event" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "lastAnswer" TEXT,
    "nextAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "AlertDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConnectionTag" (
    "teamId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "tagId" UUID NOT NULL,

    CONSTRAINT "ConnectionTag_pkey" PRIMARY KEY ("teamId","connectionId","tagId")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CoverageList" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CoverageList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CoverageEntry" (
    "teamId" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "advertiserId" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CoverageEntry_pkey" PRIMARY KEY ("teamId","listId","advertiserId")
);

-- CreateTable
CREATE TABLE "BulkJob" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkJob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkJobRow" (
    "teamId" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "result" JSONB,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkJobRow_pkey" PRIMARY KEY ("teamId","jobId","connectionId")
);

-- CreateTable
CREATE TABLE "ConnectLink" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "appId" UUID NOT NULL,
    "connectionId" UUID,
    "createdById" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "recipient" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL,
    "maxUses" INTEGER NOT NULL DEFAULT 1,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "expectedAdvertiserIds" TEXT[],
    "expectedTiktokUserId" TEXT,
    "returnUrl" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConnectLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConnectLinkEvent" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConnectLinkEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "keyHash" BYTEA NOT NULL,
    "permissions" TEXT[],
    "appIds" TEXT[],
    "tagIds" TEXT[],
    "advertiserIds" TEXT[],
    "addressRanges" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "teamId" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "ip" TEXT,
    "userAgent" TEXT,
    "action" TEXT NOT NULL,
    "objectKind" TEXT NOT NULL,
    "objectId" TEXT,
    "objectName" TEXT,
    "reason" TEXT,
    "result" TEXT NOT NULL DEFAULT 'done',
    "data" JSONB NOT NULL,
    "mac" BYTEA,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("teamId","sequence")
);

-- CreateIndex
CREATE INDEX "DataKey_purpose_retiredAt_idx" ON "DataKey"("purpose", "retiredAt");

-- CreateIndex
CREATE INDEX "DataKey_masterKeyId_idx" ON "DataKey"("masterKeyId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Identity_userId_idx" ON "Identity"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_revokedAt_expiresAt_idx" ON "Session"("userId", "revokedAt", "expiresAt");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordReset_tokenHash_key" ON "PasswordReset"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordReset_userId_idx" ON "PasswordReset"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_userId_codeHash_key" ON "RecoveryCode"("userId", "codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "Team_slug_key" ON "Team"("slug");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_teamId_email_idx" ON "Invitation"("teamId", "email");

-- CreateIndex
CREATE INDEX "Invitation_teamId_invitedById_idx" ON "Invitation"("teamId", "invitedById");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_teamId_id_key" ON "Invitation"("teamId", "id");

-- CreateIndex
CREATE INDEX "App_teamId_name_id_idx" ON "App"("teamId", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "App_teamId_id_key" ON "App"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "App_teamId_appId_key" ON "App"("teamId", "appId");

-- CreateIndex
CREATE UNIQUE INDEX "RedirectUrl_teamId_appId_url_key" ON "RedirectUrl"("teamId", "appId", "url");

-- CreateIndex
CREATE INDEX "AppReview_teamId_appId_since_idx" ON "AppReview"("teamId", "appId", "since");

-- CreateIndex
CREATE UNIQUE INDEX "Authorization_stateHash_key" ON "Authorization"("stateHash");

-- CreateIndex
CREATE INDEX "Authorization_teamId_status_id_idx" ON "Authorization"("teamId", "status", "id");

-- CreateIndex
CREATE INDEX "Authorization_status_leaseUntil_idx" ON "Authorization"("status", "leaseUntil");

-- CreateIndex
CREATE INDEX "Authorization_teamId_appId_id_idx" ON "Authorization"("teamId", "appId", "id");

-- CreateIndex
CREATE INDEX "Authorization_teamId_connectionId_id_idx" ON "Authorization"("teamId", "connectionId", "id");

-- CreateIndex
CREATE INDEX "Authorization_teamId_linkId_idx" ON "Authorization"("teamId", "linkId");

-- CreateIndex
CREATE INDEX "Authorization_teamId_startedById_idx" ON "Authorization"("teamId", "startedById");

-- CreateIndex
CREATE UNIQUE INDEX "Authorization_teamId_id_key" ON "Authorization"("teamId", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_state_id_idx" ON "Connection"("teamId", "state", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_appId_id_idx" ON "Connection"("teamId", "appId", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_ownerId_id_idx" ON "Connection"("teamId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_name_id_idx" ON "Connection"("teamId", "name", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_advertiserCount_id_idx" ON "Connection"("teamId", "advertiserCount", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_lastCheckedAt_id_idx" ON "Connection"("teamId", "lastCheckedAt", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_lastAuthorizedAt_id_idx" ON "Connection"("teamId", "lastAuthorizedAt", "id");

-- CreateIndex
CREATE INDEX "Connection_teamId_tiktokUserId_idx" ON "Connection"("teamId", "tiktokUserId");

-- CreateIndex
CREATE INDEX "Connection_teamId_tokenHash_idx" ON "Connection"("teamId", "tokenHash");

-- CreateIndex
CREATE INDEX "Connection_nextCheckAt_idx" ON "Connection"("nextCheckAt");

-- CreateIndex
CREATE INDEX "Connection_scopes_idx" ON "Connection" USING GIN ("scopes");

-- CreateIndex
CREATE UNIQUE INDEX "Connection_teamId_id_key" ON "Connection"("teamId", "id");

-- CreateIndex
CREATE INDEX "ConnectionEvent_teamId_connectionId_id_idx" ON "ConnectionEvent"("teamId", "connectionId", "id");

-- CreateIndex
CREATE INDEX "Advertiser_teamId_name_advertiserId_idx" ON "Advertiser"("teamId", "name", "advertiserId");

-- CreateIndex
CREATE INDEX "Advertiser_teamId_status_advertiserId_idx" ON "Advertiser"("teamId", "status", "advertiserId");

-- CreateIndex
CREATE INDEX "Advertiser_teamId_connectionCount_advertiserId_idx" ON "Advertiser"("teamId", "connectionCount", "advertiserId");

-- CreateIndex
CREATE INDEX "Advertiser_teamId_firstSeenAt_advertiserId_idx" ON "Advertiser"("teamId", "firstSeenAt", "advertiserId");

-- CreateIndex
CREATE INDEX "Grant_teamId_advertiserId_connectionId_idx" ON "Grant"("teamId", "advertiserId", "connectionId");

-- CreateIndex
CREATE INDEX "Check_teamId_connectionId_id_idx" ON "Check"("teamId", "connectionId", "id");

-- CreateIndex
CREATE INDEX "Check_teamId_at_idx" ON "Check"("teamId", "at");

-- CreateIndex
CREATE INDEX "Incident_teamId_closedAt_id_idx" ON "Incident"("teamId", "closedAt", "id");

-- CreateIndex
CREATE INDEX "Incident_teamId_appId_idx" ON "Incident"("teamId", "appId");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_teamId_id_key" ON "Incident"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AlertChannel_teamId_id_key" ON "AlertChannel"("teamId", "id");

-- CreateIndex
CREATE INDEX "AlertDelivery_teamId_channelId_id_idx" ON "AlertDelivery"("teamId", "channelId", "id");

-- CreateIndex
CREATE INDEX "AlertDelivery_teamId_incidentId_idx" ON "AlertDelivery"("teamId", "incidentId");

-- CreateIndex
CREATE INDEX "AlertDelivery_status_nextAt_idx" ON "AlertDelivery"("status", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_teamId_id_key" ON "Tag"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_teamId_name_key" ON "Tag"("teamId", "name");

-- CreateIndex
CREATE INDEX "ConnectionTag_teamId_tagId_connectionId_idx" ON "ConnectionTag"("teamId", "tagId", "connectionId");

-- CreateIndex
CREATE INDEX "SavedView_teamId_noun_shared_idx" ON "SavedView"("teamId", "noun", "shared");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_teamId_userId_noun_name_key" ON "SavedView"("teamId", "userId", "noun", "name");

-- CreateIndex
CREATE UNIQUE INDEX "CoverageList_teamId_id_key" ON "CoverageList"("teamId", "id");

-- CreateIndex
CREATE INDEX "BulkJob_teamId_createdById_idx" ON "BulkJob"("teamId", "createdById");

-- CreateIndex
CREATE UNIQUE INDEX "BulkJob_teamId_id_key" ON "BulkJob"("teamId", "id");

-- CreateIndex
CREATE INDEX "BulkJobRow_teamId_jobId_status_idx" ON "BulkJobRow"("teamId", "jobId", "status");

-- CreateIndex
CREATE INDEX "BulkJobRow_teamId_connectionId_idx" ON "BulkJobRow"("teamId", "connectionId");

-- CreateIndex
CREATE UNIQUE INDEX "ConnectLink_tokenHash_key" ON "ConnectLink"("tokenHash");

-- CreateIndex
CREATE INDEX "ConnectLink_teamId_appId_idx" ON "ConnectLink"("teamId", "appId");

-- CreateIndex
CREATE INDEX "ConnectLink_teamId_connectionId_idx" ON "ConnectLink"("teamId", "connectionId");

-- CreateIndex
CREATE INDEX "ConnectLink_teamId_createdById_idx" ON "ConnectLink"("teamId", "createdById");

-- CreateIndex
CREATE UNIQUE INDEX "ConnectLink_teamId_id_key" ON "ConnectLink"("teamId", "id");

-- CreateIndex
CREATE INDEX "ConnectLinkEvent_teamId_linkId_id_idx" ON "ConnectLinkEvent"("teamId", "linkId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_keyHash_key" ON "ApiKey"("keyHash");

-- CreateIndex
CREATE INDEX "ApiKey_teamId_createdById_idx" ON "ApiKey"("teamId", "createdById");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_teamId_id_key" ON "ApiKey"("teamId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_teamId_objectKind_objectId_sequence_idx" ON "AuditEvent"("teamId", "objectKind", "objectId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_teamId_action_sequence_idx" ON "AuditEvent"("teamId", "action", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_teamId_actorId_sequence_idx" ON "AuditEvent"("teamId", "actorId", "sequence");

-- AddForeignKey
ALTER TABLE "DataKey" ADD CONSTRAINT "DataKey_masterKeyId_fkey" FOREIGN KEY ("masterKeyId") REFERENCES "MasterKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_teamId_invitedById_fkey" FOREIGN KEY ("teamId", "invitedById") REFERENCES "Membership"("teamId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuideProgress" ADD CONSTRAINT "GuideProgress_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuideProgress" ADD CONSTRAINT "GuideProgress_teamId_userId_fkey" FOREIGN KEY ("teamId", "userId") REFERENCES "Membership"("teamId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "App" ADD CONSTRAINT "App_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedirectUrl" ADD CONSTRAINT "RedirectUrl_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedirectUrl" ADD CONSTRAINT "RedirectUrl_teamId_appId_fkey" FOREIGN KEY ("teamId", "appId") REFERENCES "App"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppReview" ADD CONSTRAINT "AppReview_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppReview" ADD CONSTRAINT "AppReview_teamId_appId_fkey" FOREIGN KEY ("teamId", "appId") REFERENCES "App"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_teamId_appId_fkey" FOREIGN KEY ("teamId", "appId") REFERENCES "App"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_teamId_connectionId_fkey" FOREIGN KEY ("teamId", "connectionId") REFERENCES "Connection"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_teamId_linkId_fkey" FOREIGN KEY ("teamId", "linkId") REFERENCES "ConnectLink"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_teamId_startedById_fkey" FOREIGN KEY ("teamId", "startedById") REFERENCES "Membership"("teamId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_teamId_appId_fkey" FOREIGN KEY ("teamId", "appId") REFERENCES "App"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_teamId_ownerId_fkey" FOREIGN KEY ("teamId", "ownerId") REFERENCES "Membership"("teamId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectionEvent" ADD CONSTRAINT "ConnectionEvent_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectionEvent" ADD CONSTRAINT "ConnectionEvent_teamId_connectionId_fkey" FOREIGN KEY ("teamId", "connectionId") REFERENCES "Connection"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Advertiser" ADD CONSTRAINT "Advertiser_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_teamId_connectionId_fkey" FOREIGN KEY ("teamId", "connectionId") REFERENCES "Connection"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_teamId_advertiserId_fkey" FOREIGN KEY ("teamId", "advertiserId") REFERENCES "Advertiser"("teamId", "advertiserId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Check" ADD CONSTRAINT "Check_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Check" ADD CONSTRAINT "Check_teamId_connectionId_fkey" FOREIGN KEY ("teamId", "connectionId") REFERENCES "Connection"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_teamId_appId_fkey" FOREIGN KEY ("teamId", "appId") REFERENCES "App"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertChannel" ADD CONSTRAINT "AlertChannel_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertDelivery" ADD CONSTRAINT "AlertDelivery_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertDelivery" ADD CONSTRAINT "AlertDelivery_teamId_channelId_fkey" FOREIGN KEY ("teamId", "channelId") REFERENCES "AlertChannel"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertDelivery" ADD CONSTRAINT "AlertDelivery_teamId_incidentId_fkey" FOREIGN KEY ("teamId", "incidentId") REFERENCES "Incident"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectionTag" ADD CONSTRAINT "ConnectionTag_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectionTag" ADD CONSTRAINT "ConnectionTag_teamId_connectionId_fkey" FOREIGN KEY ("teamId", "connectionId") REFERENCES "Connection"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectionTag" ADD CONSTRAINT "ConnectionTag_teamId_tagId_fkey" FOREIGN KEY ("teamId", "tagId") REFERENCES "Tag"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_teamId_userId_fkey" FOREIGN KEY ("teamId", "userId") REFERENCES "Membership"("teamId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoverageList" ADD CONSTRAINT "CoverageList_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoverageEntry" ADD CONSTRAINT "CoverageEntry_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoverageEntry" ADD CONSTRAINT "CoverageEntry_teamId_listId_fkey" FOREIGN KEY ("teamId", "listId") REFERENCES "CoverageList"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkJob" ADD CONSTRAINT "BulkJob_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkJob" ADD CONSTRAINT "BulkJob_teamId_createdById_fkey" FOREIGN KEY ("teamId", "createdById") REFERENCES "Membership"("teamId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkJobRow" ADD CONSTRAINT "BulkJobRow_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkJobRow" ADD CONSTRAINT "BulkJobRow_teamId_jobId_fkey" FOREIGN KEY ("teamId", "jobId") REFERENCES "BulkJob"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkJobRow" ADD CONSTRAINT "BulkJobRow_teamId_connectionId_fkey" FOREIGN KEY ("teamId", "connectionId") REFERENCES "Connection"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectLink" ADD CONSTRAINT "ConnectLink_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectLink" ADD CONSTRAINT "ConnectLink_teamId_appId_fkey" FOREIGN KEY ("teamId", "appId") REFERENCES "App"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectLink" ADD CONSTRAINT "ConnectLink_teamId_connectionId_fkey" FOREIGN KEY ("teamId", "connectionId") REFERENCES "Connection"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectLink" ADD CONSTRAINT "ConnectLink_teamId_createdById_fkey" FOREIGN KEY ("teamId", "createdById") REFERENCES "Membership"("teamId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectLinkEvent" ADD CONSTRAINT "ConnectLinkEvent_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectLinkEvent" ADD CONSTRAINT "ConnectLinkEvent_teamId_linkId_fkey" FOREIGN KEY ("teamId", "linkId") REFERENCES "ConnectLink"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_teamId_createdById_fkey" FOREIGN KEY ("teamId", "createdById") REFERENCES "Membership"("teamId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
