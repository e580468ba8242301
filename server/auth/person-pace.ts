import 'server-only';
import type { OperationMeta } from '@/contract/operation';
import { countAttempt } from './attempts';
import { changes } from './changes';
import { countRequest } from './key-pace';

const mostFiles = 100;

type Procedure = { '~orpc': { route: { method?: string; path?: string }; meta: OperationMeta } };

/**
 * Counts what somebody signed in does that is more than looking: changes, tokens that they read, files of a whole list. So
 * many a minute as a key may ask, over all instances; of files a hundred in 15 minutes. A list costs no look at a counter.
 * @throws AppError rate_limited, with `data.retryAfterSeconds`
 */
export async function countAct(personId: string, procedure: Procedure): Promise<void> {
  const { route, meta } = procedure['~orpc'];
  const isFile = /\.(csv|jsonl)$/.test(route.path ?? '');
  if (!isFile && !changes(procedure) && meta.permission !== 'connections.reveal') return;
  await countRequest(personId);
  if (isFile) await countAttempt(`files of ${personId}`, mostFiles);
}
