import type { App } from '@/contract/apps';

export type Lack = 'appId' | 'secret' | 'redirectUrls';

/** What stands between an app and its Authorized URL; null when nothing does. */
export function lackOf({ appId, secretSetAt, redirectUrls }: App): Lack | null {
  if (!appId) return 'appId';
  if (!secretSetAt) return 'secret';
  return redirectUrls.length ? null : 'redirectUrls';
}
