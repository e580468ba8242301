import { drive } from '../drive';
import type { Figure } from '../figure';
import { startFloor } from '../floor/start';

/** A connection's token in the clear, each time on record first. */
export const token: Figure = {
  name: 'token',
  async measure(stage) {
    const { appUrl, headers, team, database } = stage;
    const { rows } = await database.query<{ id: string }>(
      `SELECT id FROM "Connection" WHERE "teamId" = $1 AND state = 'healthy' ORDER BY md5(id::text) LIMIT 500`,
      [team.id],
    );
    // A person must have given their password within five minutes.
    await database.query('UPDATE "Session" SET "authenticatedAt" = now()');
    const paths = rows.map(({ id }) => `/api/v1/connections/${id}/token`);
    const { perSecond, p99, count, refused } = await drive({ origin: appUrl, paths, headers });
    if (refused > 0) throw new Error(`${refused} of ${count} tokens were refused.`);
    const floor = await startFloor(stage);
    const bare = await drive({ origin: floor.url, paths: rows.map(({ id }) => `/token/${id}`) }).finally(floor.stop);
    return [
      {
        what: 'one token, audited, c=10',
        value: perSecond,
        unit: '/s',
        target: { atLeast: 400 },
        floor: bare.perSecond,
      },
      { what: 'one token, audited, p99', value: p99, unit: 'ms', target: { atMost: 50 }, floor: bare.p99 },
    ];
  },
};
