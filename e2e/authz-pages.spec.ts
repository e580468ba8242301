import { readFileSync } from 'node:fs';
import matrix from '@/security/authz-matrix.json' with { type: 'json' };
import { newCrew, newPerson, type Crew } from './crew';
import { appUrl } from './facts';
import { expect, test } from './fixtures';

type Verdict = string | number;
const { everywhere, pages } = matrix.pages.ofTeams as {
  everywhere: Record<string, Verdict>;
  pages: Record<string, Record<string, Verdict>>;
};
const ofPersons = matrix.pages.ofPersons.everywhere as Record<string, Verdict>;
const actors = Object.keys(matrix.actors);
/** Pages that are not everybody's. */
const closed = [...Object.keys(pages), ...matrix.pages.ofPersons.pages];
const nobody = '01900000-0000-7000-8000-000000000000';
/** Of the team, and in those of its people: whoever has no place there must never see it. */
const name = 'Canary-Team-of-the-matrix';
/** Of whatever the other team has. */
const foreign = 'Foreign-to-the-matrix';
const gone = 'There is nothing at this address';

function saidOf(page: string, actor: string): Verdict | undefined {
  if (matrix.pages.ofPersons.pages.includes(page)) return ofPersons[actor];
  const said = everywhere[actor] ?? pages[page]?.[actor];
  const as = /^as (\w+)$/.exec(String(said))?.[1];
  return as ? pages[page]?.[as] : said;
}

/** Every address of the build: pages and routes. */
function built(): string[] {
  const manifest = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>;
  // Next's own, which show nobody's data.
  return [...new Set(Object.values(manifest))].filter((route) => !['/_global-error', '/_not-found'].includes(route));
}

type Headers = Record<string, string>;

async function ask(path: string, headers: Headers): Promise<{ verdict: Verdict; body: string }> {
  const response = await fetch(appUrl + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });
  const body = await response.text();
  const to = response.headers.get('location') ?? '';
  if (response.status >= 300 && response.status < 400) {
    return { verdict: to.replace(appUrl, '').startsWith('/sign-in') ? 'sign-in' : to, body };
  }
  return { verdict: response.status === 200 ? (body.includes(`>${gone}<`) ? 404 : 'ok') : response.status, body };
}

const as = ({ cookie }: { cookie: { name: string; value: string } }): Headers => ({
  cookie: `${cookie.name}=${cookie.value}`,
});

let crew: Crew;
let headers: Record<string, Headers>;
/** What stands in the gaps of an address: of this team, and of another. */
let own: Record<string, string>;
let others: Record<string, string>;

async function fill(of: Crew, called: string): Promise<Record<string, string>> {
  const app = await of.createApp({ name: called });
  const person = await newPerson(called);
  const { id: authorizationId, connectionId } = await of.connect(app, person);
  const csv = `advertiser_id,name\n${person.advertiserIds[0]},A`;
  const { id: listId } = await of.ask<{ id: string }>('POST /coverage', { name: called, csv });
  return {
    appId: app.id,
    authorizationId,
    connectionId: connectionId!,
    advertiserId: person.advertiserIds[0]!,
    listId,
  };
}

test.beforeAll(async () => {
  crew = await newCrew(name);
  const stranger = await newCrew(foreign);
  [own, others] = [await fill(crew, 'Matrix'), await fill(stranger, foreign)];
  const [removed, demoted] = [await crew.member('admin'), await crew.member('admin')];
  await crew.ask(`DELETE /members/${removed.id}`, {});
  await crew.ask(`PATCH /members/${demoted.id}`, { role: 'auditor' });
  const fields = { name: 'Matrix', permissions: ['connections.read'], expiresInDays: 1 };
  const { key } = await crew.ask<{ key: string }>('POST /api-keys', fields);
  headers = {
    anonymous: {},
    'guest-with-connect-link': {},
    'guest-with-expired-link': {},
    auditor: as(await crew.member('auditor')),
    operator: as(await crew.member('operator')),
    admin: as(await crew.member('admin')),
    owner: as(crew.owner),
    'admin-of-other-team': as(await stranger.member('admin')),
    'removed-member-live-session': as(removed),
    'demoted-member-live-session': as(demoted),
    'api-key-in-scope': { authorization: `Bearer ${key}` },
    'api-key-out-of-scope': { authorization: `Bearer ${key}` },
  };
});

const addressOf = (page: string, objects: Record<string, string>) =>
  page.replace('[team]', crew.slug).replace(/\[(\w+)\]/g, (_, name: string) => objects[name] ?? nobody);

test('every address of the build is in the matrix, and nothing else is', () => {
  const told = [...closed, ...Object.keys(matrix.pages.open)];
  expect(built().sort()).toEqual(told.sort());
  const open = closed.flatMap((page) => actors.filter((actor) => saidOf(page, actor) === undefined));
  expect(open).toEqual([]);
});

for (const actor of actors) {
  test(`${actor} sees what the matrix says, at every page`, async () => {
    const said = closed.map((page) => [page, saidOf(page, actor)]);
    const found: [string, Verdict][] = [];
    for (const page of closed) {
      found.push([page, (await ask(addressOf(page, own), headers[actor]!)).verdict]);
    }
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(said));
  });
}

test('a page of another team’s object is the page of none, and holds nothing of it', async () => {
  // What a reader gets to see; the rest is when it was made, and in how many pieces.
  const shown = (body: string) => body.replace(/<script[^]*?<\/script>/g, '').replace(/ nonce="[^"]*"/g, '');
  for (const page of Object.keys(pages).filter((path) => /\[\w+Id\]/.test(path))) {
    const gap = /\[(\w+Id)\]/.exec(page)![1]!;
    const none = gap === 'advertiserId' ? others[gap]!.replace(/^7\d{6}/, '7000000') : nobody;
    const ofTheirs = await ask(addressOf(page, others), headers.owner!);
    const ofNone = await ask(addressOf(page, { [gap]: none }), headers.owner!);
    expect([page, ofTheirs.verdict, ofNone.verdict]).toEqual([page, 404, 404]);
    expect([page, shown(ofTheirs.body)]).toEqual([page, shown(ofNone.body)]);
    expect([page, ofTheirs.body.includes(foreign)]).toEqual([page, false]);
    for (const malformed of ['no-id', '0', 'x'.repeat(300), "'%20OR%201=1"]) {
      const { verdict } = await ask(addressOf(page, { [gap]: malformed }), headers.owner!);
      expect([page, malformed, verdict]).toEqual([page, malformed, 404]);
    }
  }
});

test('no other way of asking for a page shows who has no place there anything of the team', async () => {
  const ways: Headers[] = [
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { 'x-forwarded-host': 'localhost', 'x-original-url': '/', 'x-nextjs-data': '1' },
  ];
  for (const actor of ['anonymous', 'admin-of-other-team', 'removed-member-live-session', 'api-key-in-scope']) {
    for (const page of Object.keys(pages)) {
      for (const way of ways) {
        const { body } = await ask(addressOf(page, own), { ...headers[actor], ...way });
        expect([actor, page, way, body.includes(name)]).toEqual([actor, page, way, false]);
      }
    }
  }
});
