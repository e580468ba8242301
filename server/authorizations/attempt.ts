import 'server-only';
import { openRow, type OpenApp } from '@/server/credentials/open-app';
import { Prisma } from '@/server/database/generated/client';
import { unseal } from '@/server/vault/seal';

/** A try at a claimed code that is ours to make, as it is stored. */
export type Claimed = Pick<OpenApp, 'environment' | 'tier'> & {
  id: string;
  teamId: string;
  codeSealed: Uint8Array | null;
  codeAt: Date | null;
  tries: number;
  ambiguous: boolean;
  reauthorizes: boolean;
  budgetPercent: number;
  appRowId: string;
  appName: string;
  appId: string | null;
  secretSealed: Uint8Array | null;
  priorSecretSealed: Uint8Array | null;
};

/** What whoever claims authorizations, as `a`, gets of them: the update names the app and the team beside them. */
export const claimedApp = Prisma.sql`"App" app JOIN "Team" t ON t.id = app."teamId"`;
export const ofClaimedApp = Prisma.sql`app."teamId" = a."teamId" AND app.id = a."appId"`;
export const claimedColumns = Prisma.sql`a.id, a."teamId", a."codeSealed", a."codeAt", a.tries, a.ambiguous, a.reauthorizes,
  app.id AS "appRowId", app.name AS "appName", app."appId", app."secretSealed", app."priorSecretSealed", app.environment,
  app.tier, t."budgetPercent"`;

export type Attempt = Pick<Claimed, 'id' | 'tries' | 'ambiguous' | 'reauthorizes'> & {
  code: string;
  codeAt: Date;
  app: OpenApp;
};

/** The code and its app's secrets in the clear, for the length of a try. */
export function openAttempt(claimed: Claimed): Attempt {
  const { id, teamId, codeSealed, codeAt, tries, ambiguous, reauthorizes } = claimed;
  if (!codeSealed || !codeAt) throw new Error('A claimed authorization without its code');
  const code = unseal(codeSealed, { table: 'Authorization', column: 'codeSealed', teamId, rowId: id });
  return { id, code, codeAt, tries, ambiguous, reauthorizes, app: openRow(appOf(claimed)) };
}

function appOf({ appRowId, appName, teamId, appId, secretSealed, priorSecretSealed, ...app }: Claimed) {
  const { environment, tier, budgetPercent } = app;
  return {
    id: appRowId,
    name: appName,
    teamId,
    appId,
    secretSealed,
    priorSecretSealed,
    environment,
    tier,
    budgetPercent,
  };
}
