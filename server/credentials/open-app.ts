import 'server-only';
import { callInterval } from '@/server/budget/call-interval';
import { db } from '@/server/database/client';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import { hostFor, type TikTokHost } from '@/server/tiktok/host';
import { log } from '@/server/log';
import { unseal } from '@/server/vault/seal';
import { TamperedError } from '@/server/vault/tampered-error';
import { openTwice } from './open-twice';
import { secretPlace } from './secret-place';
import { SecretTamperedError } from './secret-tampered-error';

export type OpenApp = {
  id: string;
  name: string;
  teamId: string;
  appId: string;
  secret: string;
  /** The secret before the last replacement: TikTok may not have switched yet. */
  priorSecret: string | null;
  environment: 'production' | 'sandbox';
  tier: 'basic' | 'advanced' | 'premium' | 'ultimate';
  host: TikTokHost;
  /** Milliseconds from one call of its budget to the next. */
  callInterval: number;
};

type Row = Omit<OpenApp, 'appId' | 'secret' | 'priorSecret' | 'host' | 'callInterval'> & {
  budgetPercent: number;
  appId: string | null;
  secretSealed: Uint8Array | null;
  priorSecretSealed: Uint8Array | null;
};

/**
 * An app with its secrets in the clear and the TikTok it belongs to, for the length of a call.
 * @throws AppError not_found; precondition_failed (`app_incomplete`) while its App ID or secret is missing;
 * SecretTamperedError
 */
export async function openApp({ teamId, id }: { teamId: string; id: string }): Promise<OpenApp> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT a.id, a.name, a."teamId", a."appId", a."secretSealed", a."priorSecretSealed", a.environment, a.tier,
      t."budgetPercent"
    FROM "App" a JOIN "Team" t ON t.id = a."teamId" WHERE a."teamId" = ${teamId}::uuid AND a.id = ${id}::uuid`;
  if (!row) throw new AppError('not_found', 'There is no such app in this team.');
  return openTwice(() => openRow(row));
}

/** The same, for an app whose row has been read with something else. */
export function openRow({ appId, secretSealed, priorSecretSealed, budgetPercent, ...app }: Row): OpenApp {
  const { id } = app;
  if (!appId || !secretSealed) {
    throw new AppError(
      'precondition_failed',
      `“${app.name}” has no ${appId ? 'secret' : 'App ID'} yet. Add it to the app first.`,
      {
        data: { reason: 'app_incomplete', missing: appId ? 'secret' : 'appId', app: { id, name: app.name } },
      },
    );
  }
  return {
    ...app,
    appId,
    secret: openSecret(app, secretSealed),
    priorSecret: priorSecretSealed && openPrior(app, priorSecretSealed),
    host: hostFor(app.environment, env()),
    callInterval: callInterval({ ...app, budgetPercent }),
  };
}

type Owner = Pick<OpenApp, 'teamId' | 'id' | 'name'>;

function openSecret(app: Owner, sealed: Uint8Array): string {
  try {
    return unseal(sealed, secretPlace(app));
  } catch (error) {
    if (!(error instanceof TamperedError)) throw error;
    throw new SecretTamperedError(app, error);
  }
}

/** The one before is no more than a second try: altered, it is none. */
function openPrior(app: Owner, sealed: Uint8Array): string | null {
  try {
    return unseal(sealed, secretPlace(app, 'priorSecretSealed'));
  } catch (error) {
    if (!(error instanceof TamperedError)) throw error;
    log.error({ teamId: app.teamId, appId: app.id }, 'The App Secret before the last replacement was altered');
    return null;
  }
}
