import type { Person } from '@/server/auth/actor';
import { createAuthorization } from '@/server/authorizations/create-authorization';
import { receiveCallback } from '@/server/authorizations/receive-callback';
import type { Simulator } from '@/simulator/server';

/** A browser that keeps what it is given. */
export function newBrowser() {
  const cookies = new Map<string, string>();
  return {
    cookies,
    setCookie(line: string) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=');
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    },
  };
}
export type TestBrowser = ReturnType<typeof newBrowser>;

type Attempt = { connectionId?: string; bound?: boolean; redirectUrl?: string };

/** An Authorized URL, as the dashboard asks for one. */
export function startAuthorization(
  actor: Person,
  app: { id: string },
  browser: TestBrowser | null,
  attempt: Attempt = {},
) {
  return createAuthorization(actor, { id: app.id, bound: browser !== null, expiresInMinutes: 60, ...attempt }, browser);
}

/** The browser lands on the callback that TikTok sends it to. */
export function land(location: string, browser: TestBrowser, userId: string | null) {
  return receiveCallback(new URL(location).searchParams, { ...browser, userId, ip: null, userAgent: null });
}

/** The whole round: Authorized URL, consent at TikTok, callback. */
export async function connect(
  simulator: Simulator,
  actor: Person,
  app: { id: string },
  {
    as,
    advertiserIds,
    scopes,
    ...attempt
  }: Attempt & { as?: string; advertiserIds?: string[]; scopes?: string[] } = {},
) {
  const browser = newBrowser();
  const { id, url } = await startAuthorization(actor, app, browser, attempt);
  const location = simulator.authorize({ url, user: as, advertiserIds, scopes });
  await land(location, browser, actor.id);
  return { id, location, browser };
}
