import 'server-only';
import { LRUCache } from 'lru-cache';
import { db } from '@/server/database/client';
import { shared } from '@/server/shared';

const mostAnswers = 5000;

/**
 * Answers, and not the promises of them: a promise holds on to everything of the request that made it, the page that
 * was rendered included.
 */
const answers = () =>
  shared(
    'remembered',
    () =>
      new LRUCache<string, object | number, () => Promise<object | number>>({
        max: mostAnswers,
        fetchMethod: (_, __, { context: ask }) => ask(),
        ignoreFetchAbort: true,
      }),
  );

/**
 * What a query answers about a team, asked again only when the team's revision says that it may have changed. The
 * revision is read before the query runs, so an answer is never older than the revision it is kept under. Callers at
 * the same time share one query. For questions whose answer no passing of time changes.
 */
export async function remembered<Answer extends object | number>(
  teamId: string,
  question: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const key = `${teamId} ${await readRevision(teamId)} ${question}`;
  return (await answers().forceFetch(key, { context: ask })) as Answer;
}

async function readRevision(teamId: string): Promise<bigint> {
  const [found] = await db.$queryRaw<{ revision: bigint }[]>`
    SELECT revision FROM "TeamRevision" WHERE "teamId" = ${teamId}::uuid`;
  return found?.revision ?? 0n;
}
