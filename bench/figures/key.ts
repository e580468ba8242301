import { drive } from '../drive';
import type { Figure, Line } from '../figure';
import type { Stage } from '../stage';

/** What a pipeline asks with a key: each time the key is looked up and counted, and a token is on record first. */
export const key: Figure = {
  name: 'key',
  async measure(stage) {
    const headers = { authorization: `Bearer ${await newKey(stage)}` };
    const ids = await read(stage, `SELECT id FROM "Connection" WHERE "teamId" = $1 AND state = 'healthy' LIMIT 500`);
    const reached = await read(
      stage,
      `SELECT g."advertiserId" AS id FROM "Grant" g JOIN "Connection" c ON c.id = g."connectionId"
       WHERE g."teamId" = $1 AND c.state = 'healthy' AND c."archivedAt" IS NULL ORDER BY md5(g."advertiserId") LIMIT 500`,
    );
    const asked: [string, string[], number][] = [
      ['a page of connections', ['/connections?limit=50'], 400],
      ['one token, audited', ids.map((id) => `/connections/${id}/token`), 400],
      ['the best token of an advertiser, audited', reached.map((id) => `/advertisers/${id}/token`), 400],
    ];
    const lines: Line[] = [];
    for (const [what, some, atLeast] of asked) {
      const paths = some.map((path) => `/api/v1${path}`);
      const { perSecond, p99, count, refused } = await drive({ origin: stage.appUrl, paths, headers });
      if (refused > 0) throw new Error(`${what}: ${refused} of ${count} were refused.`);
      lines.push({ what: `with a key: ${what}, c=10`, value: perSecond, unit: '/s', target: { atLeast } });
      lines.push({ what: `with a key: ${what}, p99`, value: p99, unit: 'ms', target: { atMost: 50 } });
    }
    return lines;
  },
};

async function newKey({ appUrl, headers, database }: Stage): Promise<string> {
  // A person must have given their password within five minutes.
  await database.query('UPDATE "Session" SET "authenticatedAt" = now()');
  const permissions = ['connections.read', 'connections.reveal'];
  const response = await fetch(`${appUrl}/api/v1/api-keys`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bench', permissions, expiresInDays: 1 }),
  });
  if (!response.ok) throw new Error(`No key: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { key: string }).key;
}

async function read({ database, team }: Stage, sql: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(sql, [team.id]);
  return rows.map(({ id }) => id);
}
