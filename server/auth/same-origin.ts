import 'server-only';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import { bearerOf } from './bearer';
import { hasSessionCookie } from './session-cookie';

const reading = ['GET', 'HEAD'];

/**
 * A browser sends its cookies along with what other sites make it ask, but it also says which site that was: in Origin
 * with every change, in Sec-Fetch-Site with everything. A foreign Origin is refused whatever it asks for. Who sends
 * neither is no browser, and was made to ask by nobody. A key is never sent by itself: who brings one meant to. Reading a
 * token counts as a change: it is on record as meant.
 * @throws AppError forbidden
 */
export function demandSameOrigin({ method, headers, url }: Pick<Request, 'method' | 'headers' | 'url'>): void {
  if (bearerOf(headers) !== null) return;
  const origin = headers.get('origin');
  if (origin !== null && origin !== env().APP_URL) throw foreign();
  const isRead = reading.includes(method);
  if ((isRead && !/\/token(\?|$)/.test(url)) || !hasSessionCookie(headers)) return;
  const site = headers.get('sec-fetch-site');
  // `none`: somebody typed the address.
  if (isRead && site === 'none') return;
  if (origin === null && site !== null && site !== 'same-origin') throw foreign();
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
