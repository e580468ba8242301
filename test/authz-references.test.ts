import { beforeAll, describe, expect, it } from 'vitest';
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
  ['POST /connections.csv', 'connections', async (id) => ({ select: { ids: [id] } })],
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
