import 'server-only';
import type { CoverageReport } from '@/contract/coverage';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { learnSizes } from '@/server/database/learn-sizes';
import { lockList } from './find-list';
import { keepEntries, longEnough, readFile } from './keep-entries';
import { reportCoverage } from './report-coverage';

type Input = { id: string; name?: string; csv?: string; skipUnread: boolean };

/** Renames a list, or replaces its advertisers: by all that the file names, or by none of them. */
export async function updateList(actor: Actor, { id, name, csv, skipUnread }: Input): Promise<CoverageReport> {
  const { teamId } = actor;
  const file = csv === undefined ? null : await readFile(csv, skipUnread);
  await db.$transaction(async (tx) => {
    const before = await lockList(tx, actor, id);
    const renamed = name !== undefined && name !== before.name;
    if (!renamed && !file) return;
    await tx.coverageList.update({
      where: { teamId_id: { teamId, id } },
      data: { ...(renamed && { name }), ...(file && { entryCount: file.entries.length }) },
      select: { id: true },
    });
    if (file) await keepEntries(tx, { teamId, listId: id }, file.entries);
    const told = {
      ...(renamed && { name, formerName: before.name }),
      ...(file && { advertisers: file.entries.length, unread: file.unreadCount, repeated: file.repeated }),
    };
    await record(tx, actor, 'coverage.changed', { kind: 'coverage', id, name: name ?? before.name }, { data: told });
  }, longEnough);
  if (file) await learnSizes(['CoverageEntry']);
  return reportCoverage(actor, { id });
}
