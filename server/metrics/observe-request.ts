import 'server-only';
import { shared } from '@/server/shared';
import { metrics } from './metrics';

export type AnsweredRequest = { route: string; method: string; status: number; seconds: number };

/** scripts/start.js holds the server, outside of Next's bundles: it tells each answer through this. */
export function observeRequests(): void {
  const { requests } = metrics();
  shared('observe', () => ({ route, method, status, seconds }: AnsweredRequest) => {
    requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, seconds);
  });
}
