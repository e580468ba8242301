import 'server-only';
import { db } from '@/server/database/client';
import { log } from '@/server/log';
import { keyring } from '@/server/vault/keyring';
import { witnessOf } from './chain';

/** The message under which a log has them, for whoever verifies against it. */
export const noteMessage = 'audit end';

export type Note = { teamId: string; sequence: bigint; witness: string };

/**
 * Notes in the log where the audit of each team ends. Whoever keeps the log elsewhere can tell, with
 * `npm run audit:verify -- --log FILE`, that the whole database was later put back to an earlier state.
 */
export async function noteEnds(write = (facts: object, message: string) => log.info(facts, message)): Promise<void> {
  const ends = await db.auditEnd.findMany({ where: { head: { not: null } }, select: { teamId: true } });
  for (const { teamId } of ends) {
    const note = await noteEnd(teamId);
    if (note) write({ ...note, sequence: String(note.sequence) }, noteMessage);
  }
}

export async function noteEnd(teamId: string): Promise<Note | undefined> {
  const end = await db.auditEnd.findUnique({ where: { teamId } });
  if (!end?.head) return undefined;
  const place = { teamId, sequence: end.sequence };
  return { ...place, witness: witnessOf(keyring().audit, place, end.head) };
}
