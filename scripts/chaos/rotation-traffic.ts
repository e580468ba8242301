import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { tokenColumns } from '@/server/authorizations/token-columns';
import { openToken } from '@/server/credentials/open-token';
import { db } from '@/server/database/client';
import { countByKey } from '@/server/vault/rotation/count-rows';

type Row = { id: string; teamId: string };

/** Reads and replaces tokens all the time, as an instance does that knows nothing of a rotation but what it is told. */
export async function startTraffic() {
  const rows = await db.connection.findMany({
    where: { tokenSealed: { not: null } },
    select: { id: true, teamId: true, tokenSealed: true, tokenHash: true },
  });
  const tokens = new Map(rows.map((row) => [row.id, openToken({ ...row, tokenSealed: row.tokenSealed! })]));
  const counts = { rows: rows.length, reads: 0, failedReads: 0, writes: 0 };
  let going = true;
  const some = () => rows[randomBytes(4).readUInt32BE() % rows.length]!;
  const read = async () => {
    while (going) {
      counts.reads += 1;
      if (!(await opens(some()))) counts.failedReads += 1;
    }
  };
  const write = async () => {
    for (; going; await sleep(5)) {
      const { id, teamId } = some();
      const token = `act.${randomBytes(12).toString('hex')}`;
      const { nextCheckAt: _, ...columns } = tokenColumns(token, { teamId, rowId: id });
      await db.connection.update({ where: { id }, data: columns, select: { id: true } });
      tokens.set(id, token);
      counts.writes += 1;
    }
  };
  const traffic = [read(), read(), write()];
  return {
    counts,
    /** Ends it, and looks at every token. */
    async stop() {
      going = false;
      await Promise.all(traffic);
      let unreadable = 0;
      for (const { id, teamId } of rows) if ((await tokenOf({ id, teamId })) !== tokens.get(id)) unreadable += 1;
      return { ...counts, unreadable, keysInUse: (await countByKey()).size };
    },
  };
}

const opens = async (row: Row) => (await tokenOf(row)) !== null;

async function tokenOf({ id, teamId }: Row): Promise<string | null> {
  const row = await db.connection.findUniqueOrThrow({ where: { id }, select: { tokenSealed: true, tokenHash: true } });
  try {
    return openToken({ id, teamId, tokenSealed: row.tokenSealed!, tokenHash: row.tokenHash });
  } catch {
    return null;
  }
}
