import { traverseContractProcedures } from '@orpc/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '@/contract';
import { ask, canary, everythingOf, type Kind, make, missingOf, setStage, type Stage } from '@/test/two-teams';

let own: Stage;
let others: Stage;
beforeAll(async () => {
  ({ own, others } = await setStage());
  for (const kind of Object.keys(make) as Kind[]) await make[kind](others);
});

/** Ids that stand in a body or a filter, beside what the operation is about. */
const references: [line: string, kind: Kind, body: (id: string) => Promise<object>][] = [
  ['PATCH /connections/:connections', 'members', async (ownerId) => ({ ownerId })],
  ['PATCH /connections/:connections', 'tags', async (tag) => ({ tags: [tag] })],
  ['POST /connections/tag', 'connections', async (id) => ({ select: { ids: [id] }, add: [await make.tags(own)] })],
  [
    'POST /connections/tag',
    'connections',
    async (id) => ({ select: { filter: {}, except: [id] }, add: [await make.tags(own)] }),
  ],
  ['POST /connections/tag', 'tags', async (tag) => ({ select: { ids: [await make.connections(own)] }, remove: [tag] })],
  ['POST /connections.csv', 'connections', async (id) => ({ select: { ids: [id] } })],
  ['POST /connections.csv', 'connections', async (id) => ({ select: { filter: {}, except: [id] } })],
  ['POST /connections/tag', 'tags', async (tag) => ({ select: { ids: [await make.connections(own)] }, add: [tag] })],
  ['POST /apps/:apps/authorizations', 'connections', async (connectionId) => ({ connectionId })],
  ['POST /authorizations/complete', 'authorizations', async (id) => ({ pasted: 'code123456', authorizationId: id })],
  ['POST /authorizations/:authorizations/renew', 'connections', async (connectionId) => ({ connectionId })],
  ['POST /members/:members/hand-over', 'members', async (to) => ({ to })],
  ['DELETE /members/:members', 'members', async (handOverTo) => ({ handOverTo })],
  ['POST /members/leave', 'members', async (handOverTo) => ({ handOverTo })],
  ['POST /api-keys', 'apps', async (id) => ({ ...key, appIds: [id] })],
  ['POST /api-keys', 'tags', async (id) => ({ ...key, tagIds: [id] })],
];
const key = { name: 'Key', permissions: ['apps.read'], expiresInDays: 1 };

const filters: [line: string, kind: Kind][] = [
  ['GET /connections?appId=', 'apps'],
  ['GET /connections?ownerId=', 'members'],
  ['GET /connections?tag=', 'tags'],
  ['GET /connections?advertiserId=', 'advertisers'],
  ['GET /connections/states?appId=', 'apps'],
  ['GET /authorizations?connectionId=', 'connections'],
  ['GET /authorizations?appId=', 'apps'],
  ['GET /advertisers?connectionId=', 'connections'],
  ['GET /advertisers?appId=', 'apps'],
  ['GET /advertisers/reach?connectionId=', 'connections'],
  ['GET /advertisers/reach?appId=', 'apps'],
  ['GET /advertisers.csv?connectionId=', 'connections'],
  ['GET /advertisers.csv?appId=', 'apps'],
  ['GET /audit.csv?actorId=', 'members'],
  ['GET /audit.csv?objectId=', 'connections'],
  ['GET /audit.jsonl?actorId=', 'members'],
  ['GET /audit.jsonl?objectId=', 'connections'],
  ['GET /advertisers?q=', 'advertisers'],
  ['GET /audit?actorId=', 'members'],
  ['GET /audit?objectId=', 'connections'],
];

/** The answer with every id in it left out: the one asked for, those made for the asking, and what was just now. */
const bare = ({ status, body }: { status: number; body: string }) => ({
  status,
  body: body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|gb_\w+|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '*'),
});

async function fill(line: string): Promise<string> {
  const kind = /:(\w+)/.exec(line)?.[1] as Kind | undefined;
  return kind ? line.replace(`:${kind}`, await make[kind](own)) : line;
}

/** Where in a value this one stands: `select.ids`. */
function placesOf(sought: string, value: unknown, at = ''): string[] {
  if (value === sought) return [at];
  if (Array.isArray(value)) return value.flatMap((each) => placesOf(sought, each, at));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => placesOf(sought, each, at ? `${at}.${name}` : name));
}

/** Where in what an operation takes an id of ours can stand, that in its address left out. */
function idsIn(schema: z.core.JSONSchema.BaseSchema, at = ''): string[] {
  const parts = [schema.anyOf, schema.oneOf, schema.allOf, schema.items].flat().filter((part) => part !== undefined);
  const inner = parts.flatMap((part) => idsIn(part as z.core.JSONSchema.BaseSchema, at));
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
    idsIn(part as z.core.JSONSchema.BaseSchema, at ? `${at}.${name}` : name),
  );
  return [...(schema.format === 'uuid' ? [at] : []), ...inner, ...named];
}

it('knows every place of every input where an id of ours can stand', async () => {
  const sought = missingOf('apps');
  const known = new Set(filters.map(([line]) => line.replace('?', ' ').replace('=', '')));
  for (const [line, , body] of references) {
    for (const place of placesOf(sought, await body(sought))) known.add(`${line.replace(/:\w+/, '{id}')} ${place}`);
  }
  const places: string[] = [];
  traverseContractProcedures({ path: [], router: contract }, ({ contract: procedure }) => {
    const { route, inputSchema } = procedure['~orpc'];
    if (!inputSchema) return;
    const schema = z.toJSONSchema(inputSchema as z.ZodType, { io: 'input', unrepresentable: 'any' });
    for (const place of idsIn(schema as z.core.JSONSchema.BaseSchema)) {
      if (!route.path?.includes(`{${place}}`)) places.push(`${route.method} ${route.path} ${place}`);
    }
  });
  expect(places.length).toBeGreaterThan(20);
  expect([...new Set(places)].filter((place) => !known.has(place))).toEqual([]);
});

describe.each(references)('%s with one of %s', (line, kind, body) => {
  it('of another team’s answers as with one that is not there, and leaves the other team as it was', async () => {
    const [theirs, none] = [await make[kind](others), missingOf(kind)];
    const before = await everythingOf(others.owner.teamId);
    const ofTheirs = await ask(own.owner, await fill(line), await body(theirs));
    const ofNone = await ask(own.owner, await fill(line), await body(none));
    expect(bare(ofTheirs)).toEqual(bare(ofNone));
    expect(ofTheirs.status).not.toBe(500);
    expect(await everythingOf(others.owner.teamId)).toBe(before);
  });
});

describe.each(filters)('%s one of %s', (line, kind) => {
  it('of another team’s finds as many as one that is not there: none', async () => {
    const ofTheirs = await ask(own.owner, line + (await make[kind](others)));
    expect(ofTheirs.status).toBe(200);
    expect(bare(ofTheirs)).toEqual(bare(await ask(own.owner, line + missingOf(kind))));
    expect(ofTheirs.body).not.toMatch(/"total":[1-9]/);
  });
});

it('no list, count or file of a team holds a name of another', async () => {
  const lists =
    'apps,connections,connections/states,authorizations,advertisers,advertisers/reach,advertisers/choices,coverage';
  const more = 'health,members?details=true,members/invitations,tags,views,audit,api-keys,team,session,account';
  const files = 'apps.csv,connections.csv,advertisers.csv,audit.csv,audit.jsonl';
  for (const path of [lists, more, files].join(',').split(',')) {
    // Part of it: what was looked for may be told back.
    for (const query of ['', `${path.includes('?') ? '&' : '?'}q=${canary.slice(0, 12)}`]) {
      const { status, body } = await ask(own.owner, `GET /${path}${query}`);
      if (query && status === 400) continue;
      expect([path, status]).toEqual([path, 200]);
      expect([path, body.includes(canary) || body.includes(others.owner.teamId)]).toEqual([path, false]);
    }
  }
});
