import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from '@/server/database/client';
import { readExpected, type Expected, type ReadExpected } from './read-expected';
import { refusal } from './read-lines';

const perStatement = 2_000;

/** A list of the largest size takes longer than what else is done at once. */
export const longEnough = { timeout: 300_000 };

/** Reads a file. @throws AppError invalid_input that names the lines which cannot be read, unless they may be skipped. */
export async function readFile(csv: string, skipUnread: boolean): Promise<ReadExpected> {
  const read = await readExpected(csv);
  const { entries, unread, unreadCount } = read;
  if (unreadCount > 0 && (!skipUnread || entries.length === 0)) {
    const told = { entries: entries.length, unread: unreadCount, lines: unread };
    throw refusal('unread_lines', `${unreadCount} lines of this file cannot be read.`, told);
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
