import 'server-only';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import { bearerOf } from './bearer';
import { hasSessionCookie } from './session-cookie';

/**
 * A browser sends its cookies along with what other sites make it ask, but it also says which site that was: in Origin
 * with every change, in Sec-Fetch-Site with everything. A foreign Origin is refused whatever it asks for. Who sends
 * neither is no browser, and was made to ask by nobody. A key is never sent by itself: who brings one meant to.
 * @throws AppError forbidden
 */
export function demandSameOrigin({ method, headers }: Pick<Request, 'method' | 'headers'>): void {
  if (bearerOf(headers) !== null) return;
  const origin = headers.get('origin');
  if (origin !== null && origin !== env().APP_URL) throw foreign();
  if (method !== 'GET' && method !== 'HEAD') demandOwnSite(headers, ['same-origin']);
}

/**
 * The same for reading a token, which is on record as meant: no other site leads a browser there. `none`: somebody typed
 * the address.
 */
export function demandMeant(headers: Headers): void {
  if (bearerOf(headers) === null) demandOwnSite(headers, ['same-origin', 'none']);
}

function demandOwnSite(headers: Headers, own: string[]): void {
  if (headers.get('origin') !== null || !hasSessionCookie(headers)) return;
  const site = headers.get('sec-fetch-site');
  if (site !== null && !own.includes(site)) throw foreign();
}

function foreign(): AppError {
  return new AppError(
    'forbidden',
    `This was not asked by a page of ${env().APP_URL}. Open Grantboard at that address.`,
    {
      data: { reason: 'foreign_origin' },
    },
  );
}
