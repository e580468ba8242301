import type { App } from '@/contract/apps';

/** TikTok shows an App ID and a Secret only once it has approved an app; without them there is no Authorized URL. */
export function isReady({ appId, secretHint }: Pick<App, 'appId' | 'secretHint'>): boolean {
  return appId !== null && secretHint !== null;
}

/** The one wanted, else the only one that can be used. */
export function chooseApp(apps: readonly App[], wanted: string | null): App | null {
  const ready = apps.filter(isReady);
  const only = ready.length === 1 ? ready[0] : undefined;
  return ready.find(({ id }) => id === wanted) ?? only ?? null;
}

/** The one wanted, else one that comes back by itself, else the first. */
export function chooseRedirectUrl({ redirectUrls }: Pick<App, 'redirectUrls'>, wanted: string | null): string | null {
  const chosen =
    redirectUrls.find(({ url }) => url === wanted) ??
    redirectUrls.find(({ arrival }) => arrival === 'reachable') ??
    redirectUrls[0];
  return chosen?.url ?? null;
}
