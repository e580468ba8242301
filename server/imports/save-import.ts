import 'server-only';
import { systemActor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { tokenColumns } from '@/server/authorizations/token-columns';
import { db, type Transaction } from '@/server/database/client';
import { newId } from '@/server/database/new-id';
import { knownTokens, type Planned } from './plan-import';

const atOnce = 200;

/**
 * Makes connections of planned rows, a few hundred a transaction: what is saved when it is interrupted is known the next
 * time, and what another import has saved meanwhile is passed over. Nothing is believed of a token but that it is there:
 * each is due to be checked at once, in its app's budget.
 * @returns how many were made
 */
export async function saveImport(
  teamId: string,
  planned: Planned[],
  onSaved?: (count: number) => void,
): Promise<number> {
  const actor = systemActor(teamId, 'Import');
  let saved = 0;
  for (let start = 0; start < planned.length; start += atOnce) {
    const batch = planned.slice(start, start + atOnce);
    saved += await db.$transaction(async (tx) => {
      const some = await lockNew(tx, teamId, batch);
      if (some.length === 0) return 0;
      await tx.connection.createMany({
        data: some.map(({ id, row, app, ownerId }) => ({
          id,
          teamId,
          appId: app.id,
          name: row.name || app.name,
          ownerId,
          state: 'unverifiable' as const,
          scopes: [],
          ...tokenColumns(row.accessToken, { teamId, rowId: id }),
          nextCheckAt: new Date(),
        })),
      });
      await tx.connectionEvent.createMany({
        data: some.map(({ id }) => ({ teamId, connectionId: id, kind: 'imported', data: {} })),
      });
      await record(
        tx,
        actor,
        'connections.imported',
        { kind: 'connection', id: null },
        { data: { count: some.length } },
      );
      return some.length;
    });
    onSaved?.(Math.min(start + atOnce, planned.length));
  }
  return saved;
}

/** Those that are not there yet, each with an id; no other import of the team saves any until the end of the transaction. */
async function lockNew(tx: Transaction, teamId: string, batch: Planned[]) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${teamId}`}, 0))`;
  const hashes = batch.map(({ hash }) => hash);
  const known = await knownTokens(teamId, hashes, tx);
  return batch.filter(({ hash }) => !known.has(hash)).map((one) => ({ ...one, id: newId() }));
}
