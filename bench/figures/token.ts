import { drive } from '../drive';
import type { Figure } from '../figure';

/** A connection's token in the clear, each time on record first. */
export const token: Figure = {
  name: 'token',
  async measure({ appUrl, headers, team, database }) {
    const { rows } = await database.query<{ id: string }>(
      `SELECT id FROM "Connection" WHERE "teamId" = $1 AND state = 'healthy' ORDER BY md5(id::text) LIMIT 500`,
      [team.id],
    );
    // A person must have given their password within five minutes.
    await database.query('UPDATE "Session" SET "authenticatedAt" = now()');
    const paths = rows.map(({ id }) => `/api/v1/connections/${id}/token`);
    const { perSecond, p99, count, refused } = await drive({ origin: appUrl, paths, headers });
    if (refused > 0) throw new Error(`${refused} of ${count} tokens were refused.`);
    return [
      { what: 'one token, audited, c=10', value: perSecond, unit: '/s', target: { atLeast: 400 } },
      { what: 'one token, audited, p99', value: p99, unit: 'ms', target: { atMost: 50 } },
    ];
  },
};
