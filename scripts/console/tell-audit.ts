import type { AuditFault } from '@/contract/audit-words';
import { findPutBack } from '@/server/audit/find-put-back';
import { verifyChain } from '@/server/audit/verify-chain';

const words: Record<AuditFault, string> = {
  edited: 'is not what was written, or does not follow from the one before it',
  missing: 'is missing',
  moved: 'stands under another number',
  added: 'was not written by Grantboard',
  cut: 'is missing, with whatever came after it',
  rewritten: 'is another than the one that the log noted',
};

/** Verifies the audit of a team and prints what came of it. @returns whether all of it is as it was written */
export async function tellAudit(
  { id, slug }: { id: string; slug: string },
  witnesses?: ReadonlyMap<bigint, string>,
): Promise<boolean> {
  const passed = stopwatch();
  const { upTo, uncovered, fault } = await verifyChain(id, { witnesses });
  const older = uncovered > 0n ? `, of which ${uncovered} are older than the chain` : '';
  const noted = witnesses ? `, ${witnesses.size} notes of the log` : '';
  if (fault) {
    console.log(
      `${slug}: BROKEN. Event ${fault.sequence} ${words[fault.reason]}; ${upTo} before it are right${older}.`,
    );
    return false;
  }
  console.log(`${slug}: ${upTo} events are as they were written${older}${noted} (${passed()})`);
  const compared = stopwatch();
  const putBack = await findPutBack(id);
  if (putBack.length === 0) console.log(`${slug}: every token and Secret is the one that it tells of (${compared()})`);
  for (const { kind, id, name } of putBack) {
    const what = kind === 'app' ? 'Secret' : 'token';
    console.log(`${slug}: PUT BACK. The ${what} of ${name} (${id}) is not the one that it tells of.`);
  }
  return putBack.length === 0;
}

/** Teams that the log has noted and the database no longer has: nothing removes one. @returns whether there is none */
export function tellMissing(teams: { id: string }[], notes: ReadonlyMap<string, unknown>): boolean {
  const missing = [...notes.keys()].filter((noted) => !teams.some(({ id }) => id === noted));
  for (const id of missing) console.log(`${id}: BROKEN. The log has noted the audit of this team, and it is gone.`);
  return missing.length === 0;
}

function stopwatch(): () => string {
  const startedAt = performance.now();
  return () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
