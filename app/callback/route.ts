import { addressOf } from '@/server/auth/address';
import { browserOf } from '@/server/auth/browser';
import { readSession } from '@/server/auth/session';
import { asArrival } from '@/server/authorizations/arrivals';
import { type CallbackEnding, receiveCallback } from '@/server/authorizations/receive-callback';
import { withReserve } from '@/server/database/reserve';
import { isDatabaseUnavailable } from '@/server/database/unavailable';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import { log } from '@/server/log';
import { paths } from '@/lib/paths';
import { unusedPage } from './unused-page';

export const dynamic = 'force-dynamic';

/** TikTok's redirect. Answers with an address that holds no code: ours, whatever Host the request named. */
export const GET = (request: Request): Promise<Response> => asArrival(() => withReserve(() => answerCallback(request)));

async function answerCallback(request: Request): Promise<Response> {
  const answer = new Headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  try {
    const ending = await receiveCallback(new URL(request.url).searchParams, {
      ...browserOf(request.headers, answer),
      ...addressOf(request.headers),
      userId: (await readSession(request.headers))?.user.id ?? null,
    });
    answer.set('location', new URL(paths.outcome(nameOf(ending)), env().APP_URL).href);
    return new Response(null, { status: 303, headers: answer });
  } catch (error) {
    if (error instanceof AppError && error.code === 'rate_limited') return unusedPage(request.headers, error);
    log.error({ err: error, away: isDatabaseUnavailable(error) }, 'A callback could not be taken in');
    return unusedPage(request.headers);
  }
}

/** Next would answer HEAD with GET, and a link preview would spend the code. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { allow: 'GET', 'cache-control': 'no-store' } });
}

function nameOf(ending: CallbackEnding): string {
  return 'page' in ending ? ending.page : ending.authorizationId;
}
