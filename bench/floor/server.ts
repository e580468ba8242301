import { createServer } from 'node:http';
import pg from 'pg';
import { Pool } from 'undici';

/**
 * The least that could do the work: bare `node:http`, `pg`, no sign-in, no sealing. GET /replay/<n> sends the statements
 * that Grantboard was seen to send for request n; GET /callback trades a code and inserts the token; GET /token/<id> reads
 * one and inserts that it did.
 */
type Statement = { text: string; values: unknown[] };
type Plan = { exchange: { app_id: string; secret: string }; tiktok: string; replays: Statement[][] };

const { FLOOR_PORT, FLOOR_DATABASE_URL } = process.env;
const database = new pg.Pool({ connectionString: FLOOR_DATABASE_URL, max: 10 });
const plan = await new Promise<Plan>((resolve) => process.once('message', (message) => resolve(message as Plan)));
const tiktok = new Pool(plan.tiktok, { connections: 16 });

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor');
  const [, what, given = ''] = pathname.split('/');
  const answer = what === 'callback' ? callback(searchParams) : what === 'token' ? token(given) : replay(Number(given));
  answer.then(
    ({ status, headers, body }) => response.writeHead(status, headers).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
await database.query(
  'CREATE TABLE IF NOT EXISTS bench_floor (id bigserial PRIMARY KEY, token text NOT NULL, advertisers jsonb)',
);
server.listen(Number(FLOOR_PORT), '127.0.0.1', () => process.send?.('ready'));

async function callback(query: URLSearchParams) {
  const answer = await tiktok.request({
    path: '/open_api/v1.3/oauth2/access_token/',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...plan.exchange, auth_code: query.get('auth_code') }),
  });
  const { code, data } = (await answer.body.json()) as {
    code: number;
    data: { access_token: string; advertiser_ids: string[] };
  };
  if (code !== 0) return { status: 502, headers: {}, body: String(code) };
  await database.query('INSERT INTO bench_floor (token, advertisers) VALUES ($1, $2)', [
    data.access_token,
    JSON.stringify(data.advertiser_ids),
  ]);
  return { status: 303, headers: { location: '/outcome' }, body: '' };
}

async function token(id: string) {
  const { rows } = await database.query('SELECT "tokenSealed" FROM "Connection" WHERE id = $1', [id]);
  await database.query('INSERT INTO bench_floor (token) VALUES ($1)', [id]);
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rows) };
}

async function replay(n: number) {
  const client = await database.connect();
  try {
    let rows: unknown[] = [];
    for (const { text, values } of plan.replays[n] ?? []) ({ rows } = await client.query(text, values));
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rows) };
  } finally {
    client.release();
  }
}
