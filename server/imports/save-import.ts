import 'server-only';
import { systemActor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { tokenColumns } from '@/server/authorizations/token-columns';
import { db } from '@/server/database/client';
import { newId } from '@/server/database/new-id';
import type { Planned } from './plan-import';

const atOnce = 200;

/**
 * Makes connections of planned rows, a few hundred a transaction: what is saved when it is interrupted is known the next
 * time. Nothing is believed of a token but that it is there: each is due to be checked at once, in its app's budget.
 */
export async function saveImport(
  teamId: string,
  planned: Planned[],
  onSaved?: (count: number) => void,
): Promise<number> {
  const actor = systemActor(teamId, 'Import');
  for (let start = 0; start < planned.length; start += atOnce) {
    const some = planned.slice(start, start + atOnce).map((one) => ({ ...one, id: newId() }));
    await db.$transaction(async (tx) => {
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
    });
    onSaved?.(Math.min(start + atOnce, planned.length));
  }
  return planned.length;
}
