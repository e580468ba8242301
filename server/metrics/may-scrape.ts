import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/server/env';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * With METRICS_TOKEN, whoever sends it; without, this machine alone, and nobody through a proxy on it (`x-local` is
 * written by the door, for connections from loopback that were not forwarded).
 */
export function mayScrape(headers: Headers): boolean {
  const { METRICS_TOKEN } = env();
  if (METRICS_TOKEN === undefined) return headers.get('x-local') === '1';
  const given = headers.get('authorization')?.replace(/^Bearer /i, '') ?? '';
  return timingSafeEqual(digest(given), digest(METRICS_TOKEN));
}
