import 'server-only';
import { LRUCache } from 'lru-cache';
import { db } from '@/server/database/client';
import { shared } from '@/server/shared';

const mostAnswers = 5000;

const answers = () => shared('remembered', () => new LRUCache<string, Promise<object | number>>({ max: mostAnswers }));

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
  const known = answers().get(key);
  if (known) return known as Promise<Answer>;
  const asked = ask();
  answers().set(key, asked);
  asked.catch(() => answers().delete(key));
  return asked;
}

async function readRevision(teamId: string): Promise<bigint> {
  const [found] = await db.$queryRaw<{ revision: bigint }[]>`
    SELECT revision FROM "TeamRevision" WHERE "teamId" = ${teamId}::uuid`;
  return found?.revision ?? 0n;
}
