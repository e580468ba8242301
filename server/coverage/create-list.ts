import 'server-only';
import type { CoverageReport } from '@/contract/coverage';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { learnSizes } from '@/server/database/learn-sizes';
import { keepEntries, longEnough, readFile } from './keep-entries';
import { reportCoverage } from './report-coverage';

type Input = { name: string; csv: string; skipUnread: boolean };

/** Keeps the advertisers that a file names as a list. @throws AppError invalid_input with the lines it cannot read. */
export async function createList(actor: Actor, { name, csv, skipUnread }: Input): Promise<CoverageReport> {
  const { teamId } = actor;
  const { entries, unreadCount, repeated } = await readFile(csv, skipUnread);
  const id = await db.$transaction(async (tx) => {
    const data = { teamId, name, entryCount: entries.length };
    const { id } = await tx.coverageList.create({ data, select: { id: true } });
    await keepEntries(tx, { teamId, listId: id }, entries);
    const told = { advertisers: entries.length, unread: unreadCount, repeated };
    await record(tx, actor, 'coverage.created', { kind: 'coverage', id, name }, { data: told });
    return id;
  }, longEnough);
  await learnSizes(['CoverageEntry']);
  return reportCoverage(actor, { id });
}
