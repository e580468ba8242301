import { errorResponse } from '@/server/auth/border';
import { AppError } from '@/server/errors';
import { measure } from '@/server/metrics/measure';
import { mayScrape } from '@/server/metrics/may-scrape';

export const dynamic = 'force-dynamic';

/** For Prometheus. */
export async function GET(request: Request): Promise<Response> {
  if (!mayScrape(request.headers)) return errorResponse(new AppError('unauthenticated', 'Give the METRICS_TOKEN.'));
  return new Response(await measure(), { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } });
}
