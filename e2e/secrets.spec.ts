import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { stageFacts, type Ask } from './crew';
import { type Asker, plantCanaries } from './canaries';
import { appUrl, planted, serverLog } from './facts';
import { expect, test } from './fixtures';
import { everyPage } from './pages';
import { searchFor } from './search';
import { tiktokState } from './tiktok';

type Answer = { from: string; text: string; ok: boolean };

/** Runs last: everything that the other journeys made is searched too. */
test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof everyPage>>;
let find: ReturnType<typeof searchFor>;
let token: string;
let askers: Asker[];

test.beforeAll(async () => {
  stage = await everyPage();
  const canaries = await plantCanaries(stage.crew);
  ({ askers } = canaries);
  const { tokens, codes } = await tiktokState();
  const issued = (kind: string, values: { value: string }[]) =>
    values.map(({ value }, index) => [`${kind} ${index}`, value] as const);
  find = searchFor({
    ...planted,
    ...canaries.secrets,
    'bytes of the master key': Buffer.from(planted.masterKey, 'base64'),
    ...Object.fromEntries([...issued('token', tokens), ...issued('code', codes)]),
  });
  token = tokens.find(({ alive }) => alive)!.value;
});

test('the search finds what is there', () => {
  const bytes = Buffer.from(token);
  const encoded = [
    token,
    bytes.toString('hex'),
    bytes.toString('base64'),
    Buffer.from(`ab${token}`).toString('base64'),
  ];
  for (const text of encoded) expect(find(`before ${text} after`)).toHaveLength(1);
  expect(find(Buffer.from(`before ${token} after`, 'utf16le'))).toHaveLength(1);
  expect(find(Buffer.concat([Buffer.from('x'), Buffer.from(planted.masterKey, 'base64')]))).toHaveLength(1);
});

test('no page, payload or API reply holds a secret, whoever asks', async () => {
  test.setTimeout(600_000);
  const { crew, sights } = stage;
  const paths = [...sights.map(({ path }) => path.split('#')[0]!), ...(await apiPaths()), ...astray];
  const changes = await accepted();
  const acts = [...refused(crew.slug), ...(await misshapen()), ...changes];
  const done: string[] = [];
  let answers = 0;
  const leaks: string[] = [];
  const look = ({ from, text }: Answer, { name }: Asker) => {
    answers += 1;
    for (const secret of find(text)) leaks.push(`${secret} in ${from}, for ${name}`);
  };
  const askEverything = async (asker: Asker) => {
    for (const path of paths) {
      look(await answerOf(path, asker.headers), asker);
      if (!path.startsWith('/api')) look(await answerOf(path, { ...asker.headers, rsc: '1' }), asker);
    }
    for (const [line, body] of acts) {
      const answer = await answerOf(line, { origin: appUrl, 'x-team': crew.slug, ...asker.headers }, body);
      look(answer, asker);
      if (answer.ok && asker.name === 'owner') done.push(line);
    }
  };
  await Promise.all(askers.map(askEverything));
  for (const path of [...paths, ...acts.map(([line]) => line.split(' ').at(-1)!)]) asked.add(routeOf(path, crew.slug));
  expect(answers).toBeGreaterThan(1_500);
  expect(leaks).toEqual([]);
  expect(done).toEqual(expect.arrayContaining(changes.map(([line]) => line)));
  expect(paths.filter((path) => path.includes('{'))).toEqual([]);
});

test('every address of the build has been asked', () => {
  expect(routes().filter((route) => !asked.has(route))).toEqual([]);
});

test('only the reveal hands a token out, and nobody keeps it', async () => {
  const { rows } = await stage.crew.ask<{ rows: { id: string; state: string }[] }>('GET /connections?state=healthy');
  const { cookie } = stage.crew.owner;
  const headers = { cookie: `${cookie.name}=${cookie.value}`, 'x-team': stage.crew.slug };
  const response = await fetch(`${appUrl}/api/v1/connections/${rows[0]!.id}/token`, { headers });
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(find(await response.text())).toHaveLength(1);
});

test('the log of the whole run holds no secret', () => {
  const log = readFileSync(serverLog);
  expect(log.toString()).toContain('Grantboard is at');
  expect(find(log)).toEqual([]);
});

test('a dump of the database holds no secret', async () => {
  const { databaseUrl } = await stageFacts();
  const dump = await dumpOf(databaseUrl);
  expect(dump).toContain('Every Page レポート');
  expect(find(dump)).toEqual([]);
});

test('the data folder holds no secret', async () => {
  const { dataDir } = await stageFacts();
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = files.flatMap(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return find(readFileSync(path)).map((secret) => `${secret} in ${path}`);
  });
  expect(files.length).toBeGreaterThan(0);
  expect(found).toEqual([]);
});

test('what the build and its caches keep holds no secret', () => {
  // Maps of our own sources are none of a server's; what is left is what it serves and what it keeps.
  const folders = ['.next/cache', '.next/server', '.next/static'].filter((folder) => existsSync(folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((path) => find(readFileSync(path)).map((secret) => `${secret} in ${path}`))).toEqual([]);
});

/** The addresses of the build that have been asked by everybody. */
const asked = new Set<string>();

function routes(): string[] {
  const manifest = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>;
  return [...new Set(Object.values(manifest))].filter((route) => !['/_global-error', '/_not-found'].includes(route));
}

/** The address of the build that answers this one: of several the one that leaves least open. */
function routeOf(path: string, team: string): string {
  const plain = path.split('?')[0]!;
  const answers = routes().filter((route) => {
    const pattern = route
      .replace('[team]', team)
      .replace(/\/\[\[\.{3}\w+\]\]/g, '(/.*)?')
      .replace(/\[\.{3}\w+\]/g, '.+')
      .replace(/\[\w+\]/g, '[^/]+');
    return new RegExp(`^${pattern}$`).test(plain);
  });
  const open = (route: string) => route.split('[').length;
  return answers.toSorted((a, b) => open(a) - open(b))[0] ?? plain;
}

/** Every change that the API knows, about nothing and with what it does not take: all of its refusals. */
async function misshapen(): Promise<[line: string, body: string][]> {
  const document = await describedApi();
  return Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.keys(verbs)
      .filter((verb) => ['post', 'put', 'patch', 'delete'].includes(verb))
      .map((verb): [string, string] => [
        `${verb.toUpperCase()} /api/v1${path.replace(/\{\w+\}/g, nobody)}`,
        '{"unexpected":true}',
      ]),
  );
}

const describedApi = async () =>
  (await (await fetch(`${appUrl}/api/v1/openapi.json`)).json()) as { paths: Record<string, object> };

/** Every GET of the API, by its own description, about the things of this team. */
async function apiPaths(): Promise<string[]> {
  const { ask } = stage.crew;
  const things: Record<string, string[]> = {
    apps: await idsOf(ask, '/apps'),
    authorizations: await idsOf(ask, '/authorizations'),
    connections: await idsOf(ask, '/connections'),
    coverage: await idsOf(ask, '/coverage'),
    advertisers: await idsOf(ask, '/advertisers', 'advertiserId'),
    audit: await idsOf(ask, '/audit?limit=20', 'sequence'),
  };
  const document = await describedApi();
  const readable = Object.entries(document.paths).filter(([path, verbs]) => 'get' in verbs && !path.endsWith('/token'));
  return readable.flatMap(([path]) => {
    const all = path.includes('{') ? things[path.split('/')[1]!]! : [''];
    // The URL of an authorization is there to be copied: it holds its state, which is no secret of these.
    return all.map((id) => `/api/v1${path.replace(/\{\w+\}/, id)}`);
  });
}

async function idsOf(ask: Ask, path: string, id = 'id'): Promise<string[]> {
  const { rows } = await ask<{ rows: Record<string, string>[] }>(`GET ${path}`);
  if (rows.length === 0) throw new Error(`There is nothing at ${path}.`);
  return rows.map((row) => row[id]!);
}

/** Changes that are done, for whoever may: their answers are searched like all others. */
async function accepted(): Promise<[line: string, body: string][]> {
  const { ask } = stage.crew;
  const [app] = await idsOf(ask, '/apps');
  const [connection] = await idsOf(ask, '/connections?state=healthy');
  const [list] = await idsOf(ask, '/coverage');
  const changes: [line: string, body: object][] = [
    [`PATCH /api/v1/apps/${app}`, { name: 'Every Page レポート' }],
    [`POST /api/v1/apps/${app}/authorizations`, {}],
    [`PATCH /api/v1/connections/${connection}`, { notes: 'Looked at' }],
    [`POST /api/v1/connections/${connection}/check`, {}],
    ['POST /api/v1/connections.csv', { select: { ids: [connection] } }],
    [`PATCH /api/v1/coverage/${list}`, { name: '対象 Q4' }],
    ['PATCH /api/v1/team', { keyMaxAgeDays: 365 }],
  ];
  return changes.map(([line, body]) => [line, JSON.stringify(body)]);
}

const nobody = '01900000-0000-7000-8000-000000000000';
const astray = [
  '/callback',
  `/callback?auth_code=${'x'.repeat(40)}&state=unknown`,
  '/callback?state=a&state=b&code=1',
  `/api/v1/connections/${nobody}`,
  '/api/v1/connections/not-an-id/token',
  '/api/v1/connections?limit=many',
  '/api/v1/nothing',
  '/api/auth/session',
  '/api/auth/error',
  '/healthz',
  '/readyz',
  '/metrics',
  '/icon.svg',
  '/api/v1/openapi.json',
  '/',
];

function refused(team: string): [path: string, body: string][] {
  return [
    ['/api/v1/apps', '{"name":'],
    ['/api/v1/apps', JSON.stringify({ name: '', appId: 'x', secret: 'short' })],
    ['/api/v1/authorizations/complete', JSON.stringify({ pasted: 'http://192.168.101.1/callback?code=1&state=2' })],
    [`/api/v1/connections/${nobody}/revoke`, JSON.stringify({ reason: team })],
    ['/api/v1/session/confirm', JSON.stringify({ password: 'wrong' })],
    ['/api/setup', '{}'],
    ['/api/password-reset', '{}'],
    ['/api/password-reset/complete', '{}'],
    ['/api/invitation', '{}'],
    ['/api/invitation/accept', '{}'],
    ['/api/auth/callback/credentials', '{}'],
    ['/api/auth/_log', '{}'],
  ];
}

/** `line`: an address, or a method before it. */
async function answerOf(line: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  const [path, method = body === undefined ? 'GET' : 'POST'] = line.split(' ').toReversed() as [string, string?];
  const response = await fetch(appUrl + path, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    body,
    redirect: 'manual',
  });
  const head = [...response.headers].map((pair) => pair.join(': ')).join('\n');
  const text = `${head}\n${await response.text()}`;
  return { from: `${path} as ${headers.rsc ? 'RSC' : 'is'}`, text, ok: response.ok };
}

/** Every row of every table, columns of bytes in hex. */
async function dumpOf(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`);
      parts.push(name, ...rows.map(({ line }) => line));
    }
    return parts.join('\n');
  } finally {
    await client.end();
  }
}
