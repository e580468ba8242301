import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { readExpected, type Expected, type ReadExpected } from './read-expected';

const perStatement = 2_000;
const mostNamed = 200;

/** Reads a file. @throws AppError invalid_input that names the lines which cannot be read, unless they may be skipped. */
export function readFile(csv: string, skipUnread: boolean): ReadExpected {
  const read = readExpected(csv);
  const { entries, unread } = read;
  if (unread.length > 0 && (!skipUnread || entries.length === 0)) {
    throw new AppError('invalid_input', `${unread.length} lines of this file cannot be read.`, {
      data: {
        field: 'csv',
        reason: 'unread_lines',
        entries: entries.length,
        unread: unread.length,
        lines: unread.slice(0, mostNamed),
      },
    });
  }
  return read;
}

/** Makes these the advertisers of a list, instead of what it had. */
export async function keepEntries(tx: Transaction, place: { teamId: string; listId: string }, entries: Expected[]) {
  const { teamId, listId } = place;
  await tx.coverageEntry.deleteMany({ where: place });
  for (let start = 0; start < entries.length; start += perStatement) {
    const rows = JSON.stringify(entries.slice(start, start + perStatement));
    await tx.$executeRaw`
      INSERT INTO "CoverageEntry" ("teamId", "listId", "advertiserId", label)
      SELECT ${teamId}::uuid, ${listId}::uuid, "advertiserId", label
      FROM jsonb_to_recordset(${rows}::jsonb) AS given("advertiserId" text, label text)`;
    await breathe();
  }
}
