import 'server-only';
import type { App, AppFields } from '@/contract/apps';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { newId } from '@/server/database/new-id';
import { secretDigest } from '@/server/vault/told-digest';
import { namingHolder } from './app-id-taken';
import { sealSecret } from './seal-secret';
import { appSelect, toApp } from './to-app';

/** Registers an app. While TikTok reviews it, it has neither App ID nor secret. */
export async function createApp(actor: Actor, { secret, redirectUrls, ...given }: AppFields): Promise<App> {
  const { teamId } = actor;
  const id = newId();
  const sealed = secret ? sealSecret({ teamId, id }, secret) : {};
  const fields = {
    ...given,
    appId: given.appId ?? null,
    reviewStatus: given.reviewStatus ?? (given.appId ? 'approved' : 'in_review'),
    reviewSince: given.reviewSince ?? new Date().toISOString(),
    reviewRemindAt: given.reviewRemindAt ?? null,
  };
  return namingHolder({ teamId, appId: given.appId }, () =>
    db.$transaction(async (tx) => {
      const row = await tx.app.create({
        data: {
          id,
          teamId,
          ...fields,
          ...sealed,
          redirectUrls: { create: redirectUrls.map((url, position) => ({ url, position })) },
          reviews: { create: { status: fields.reviewStatus, since: fields.reviewSince } },
        },
        select: appSelect,
      });
      await record(
        tx,
        actor,
        'app.registered',
        { kind: 'app', id, name: row.name },
        {
          data: {
            appId: row.appId,
            environment: row.environment,
            tier: row.tier,
            reviewStatus: row.reviewStatus,
            redirectUrls,
            secret: Boolean(secret),
            ...(secret && { secretDigest: secretDigest(id, secret) }),
          },
        },
      );
      return toApp(row);
    }),
  );
}
