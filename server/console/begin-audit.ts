import 'server-only';
import { systemActor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { openVault } from '@/server/vault/open';

/**
 * Makes the audit its key, in a database of a version before it had one, with which the chain of every team begins; the
 * first event of each says so.
 * @returns of how many teams: none where the audit has its key
 */
export async function beginAudit(): Promise<number> {
  if ((await db.dataKey.count({ where: { purpose: 'audit' } })) > 0) return 0;
  await openVault(undefined, { mayBeginAudit: true });
  const teams = await db.team.findMany({ select: { id: true } });
  for (const { id } of teams) {
    const actor = systemActor(id, 'Command line');
    await db.$transaction((tx) => record(tx, actor, 'team.audit_begun', { kind: 'team', id }));
  }
  return teams.length;
}
