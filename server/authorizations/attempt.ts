import 'server-only';
import type { AuthorizationStatus } from '@/contract/authorizations';
import { openRow, type OpenApp } from '@/server/credentials/open-app';
import { db } from '@/server/database/client';
import { unseal } from '@/server/vault/seal';

export type Attempt = {
  id: string;
  code: string;
  codeAt: Date;
  tries: number;
  ambiguous: boolean;
  reauthorizes: boolean;
  app: OpenApp;
};

type Row = Omit<Attempt, 'code' | 'codeAt' | 'app'> &
  Pick<OpenApp, 'environment' | 'tier'> & {
    status: AuthorizationStatus;
    budgetPercent: number;
    codeSealed: Uint8Array | null;
    codeAt: Date | null;
    appRowId: string;
    appName: string;
    appId: string | null;
    secretSealed: Uint8Array | null;
    priorSecretSealed: Uint8Array | null;
  };

/** A claimed authorization with its code and its app's secrets in the clear, for the length of a try. Null once settled. */
export async function openAttempt(teamId: string, id: string): Promise<Attempt | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT a.id, a.status, a."codeSealed", a."codeAt", a.tries, a.ambiguous, a.reauthorizes, app.id AS "appRowId",
      app.name AS "appName", app."appId", app."secretSealed", app."priorSecretSealed", app.environment, app.tier, t."budgetPercent"
    FROM "Authorization" a JOIN "App" app ON app."teamId" = a."teamId" AND app.id = a."appId"
      JOIN "Team" t ON t.id = a."teamId"
    WHERE a."teamId" = ${teamId}::uuid AND a.id = ${id}::uuid`;
  if (row?.status !== 'claimed') return null;
  const { codeSealed, codeAt, tries, ambiguous, reauthorizes } = row;
  if (!codeSealed || !codeAt) throw new Error('A claimed authorization without its code');
  const code = unseal(codeSealed, { table: 'Authorization', column: 'codeSealed', teamId, rowId: id });
  const app = openRow({ ...appOf(row), teamId });
  return { id, code, codeAt, tries, ambiguous, reauthorizes, app };
}

function appOf({ appRowId, appName, appId, secretSealed, priorSecretSealed, environment, tier, budgetPercent }: Row) {
  return { id: appRowId, name: appName, appId, secretSealed, priorSecretSealed, environment, tier, budgetPercent };
}
