import 'server-only';
import type { App } from '@/contract/apps';
import { callbackUrl } from '@/server/callback-url';
import type { Prisma } from '@/server/database/generated/client';

/** Everything of an app that may leave the server. */
export const appSelect = {
  id: true,
  name: true,
  appId: true,
  secretHint: true,
  secretSetAt: true,
  environment: true,
  tier: true,
  reviewStatus: true,
  reviewSince: true,
  reviewRemindAt: true,
  notes: true,
  createdAt: true,
  redirectUrls: { select: { url: true }, orderBy: { position: 'asc' } },
  connectionCount: true,
} satisfies Prisma.AppSelect;

export type AppRow = Prisma.AppGetPayload<{ select: typeof appSelect }>;

export function toApp({ redirectUrls, ...row }: AppRow): App {
  const callback = callbackUrl();
  return {
    ...row,
    secretSetAt: row.secretSetAt?.toISOString() ?? null,
    reviewSince: row.reviewSince?.toISOString() ?? null,
    reviewRemindAt: row.reviewRemindAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    redirectUrls: redirectUrls.map(({ url }) => ({ url, arrival: url === callback ? 'reachable' : 'paste' })),
  };
}
