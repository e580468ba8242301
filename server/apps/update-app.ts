import 'server-only';
import type { App, AppChanges } from '@/contract/apps';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { secretDigest } from '@/server/vault/told-digest';
import { namingHolder } from './app-id-taken';
import { differingFields } from './differing-fields';
import { lockApp } from './find-app';
import { replaceSecret } from './replace-secret';
import { appSelect, toApp, type AppRow } from './to-app';

/** Changes what is given and keeps the rest. A new secret keeps the one before it, for the time TikTok takes to switch. */
export async function updateApp(
  actor: Actor,
  { id, secret, redirectUrls, ...given }: AppChanges & { id: string },
): Promise<App> {
  const key = { teamId: actor.teamId, id };
  return namingHolder({ ...key, appId: given.appId }, () =>
    db.$transaction(async (tx) => {
      const before = await lockApp(tx, actor, id);
      const changes = withReviewDate(before, differingFields(before, given));
      refuseOrphaning(before, changes);
      const replaced = secret ? await replaceSecret(tx, key, secret) : false;
      const urls = redirectUrls && (await saveRedirectUrls(tx, key, before, redirectUrls));
      await saveReview(tx, key, before, changes);
      const row = await tx.app.update({ where: { teamId_id: key }, data: changes, select: appSelect });

      const app = { kind: 'app', id, name: row.name } as const;
      const fields = [...Object.keys(changes), ...(urls ? ['redirectUrls'] : [])];
      if (fields.length) await record(tx, actor, 'app.changed', app, { data: { fields } });
      if (replaced)
        await record(tx, actor, 'app.secret_replaced', app, { data: { secretDigest: secretDigest(id, secret!) } });
      return toApp(row);
    }),
  );
}

type Key = { teamId: string; id: string };
type Changes = ReturnType<typeof differingFields>;

function withReviewDate(before: AppRow, changes: Changes): Changes {
  return changes.reviewStatus && !changes.reviewSince ? { ...changes, reviewSince: new Date() } : changes;
}

/** Tokens belong to the App ID and the TikTok that they were issued by; anywhere else every one of them would be refused. */
function refuseOrphaning(before: AppRow, changes: Changes): void {
  const connections = before.connectionCount;
  if (changes.environment !== undefined && connections) {
    throw new AppError(
      'conflict',
      `${connections} live connections were made at the TikTok of this environment. Register the other as an app of its own.`,
      { data: { reason: 'environment_in_use', field: 'environment', connections } },
    );
  }
  if (!before.appId || changes.appId === undefined || !connections) return;
  throw new AppError(
    'conflict',
    `${connections} live connections were issued to App ID ${before.appId}. Register the other App ID as an app of its own.`,
    {
      data: { reason: 'app_id_in_use', field: 'appId', connections },
    },
  );
}

async function saveRedirectUrls(
  tx: Transaction,
  { teamId, id: appId }: Key,
  before: AppRow,
  urls: string[],
): Promise<boolean> {
  if (urls.join('\n') === before.redirectUrls.map(({ url }) => url).join('\n')) return false;
  await tx.redirectUrl.deleteMany({ where: { teamId, appId } });
  await tx.redirectUrl.createMany({ data: urls.map((url, position) => ({ teamId, appId, url, position })) });
  return true;
}

/** Another status is a step of the review; another date alone corrects the step it is at. */
async function saveReview(
  tx: Transaction,
  { teamId, id: appId }: Key,
  before: AppRow,
  changes: Changes,
): Promise<void> {
  const since = changes.reviewSince ?? before.reviewSince ?? new Date();
  if (changes.reviewStatus) {
    await tx.appReview.create({ data: { teamId, appId, status: changes.reviewStatus, since } });
  } else if (changes.reviewSince && before.reviewSince) {
    const step = { teamId, appId, status: before.reviewStatus, since: before.reviewSince };
    await tx.appReview.updateMany({ where: step, data: { since } });
  }
}
