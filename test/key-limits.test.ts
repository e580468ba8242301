import { traverseContractProcedures } from '@orpc/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { contract } from '@/contract';
import { limitKinds, type LimitKind } from '@/contract/operation';
import { createApiKey } from './factories';
import { askWithKey as ask, both, mine, other, stageOfLimits, type LimitedStage } from './limited-keys';

/** What each operation keeps to, written out by hand; whatever is not here refuses every limited key. */
const kept: Record<string, readonly LimitKind[]> = {
  'connections.list': limitKinds,
  'connections.states': limitKinds,
  'connections.export': limitKinds,
  'connections.exportSelected': limitKinds,
  'connections.get': limitKinds,
  'connections.advertisers': limitKinds,
  'connections.events': limitKinds,
  'connections.twins': limitKinds,
  'connections.losses': limitKinds,
  'connections.update': limitKinds,
  'connections.tag': limitKinds,
  'connections.check': limitKinds,
  'connections.report': limitKinds,
  'connections.pause': limitKinds,
  'connections.resume': limitKinds,
  'connections.revoke': ['app', 'tag'],
  'connections.token': limitKinds,
  'advertisers.list': limitKinds,
  'advertisers.reach': limitKinds,
  'advertisers.export': limitKinds,
  'advertisers.get': limitKinds,
  'advertisers.token': limitKinds,
  'advertisers.connections': limitKinds,
  'apps.list': ['app'],
  'apps.export': ['app'],
  'apps.get': ['app'],
  'authorizations.create': ['app'],
  'authorizations.list': limitKinds,
  'authorizations.get': limitKinds,
  'authorizations.url': ['app'],
  'authorizations.complete': ['app'],
  'authorizations.accept': ['app'],
  'authorizations.confirm': ['app'],
  'authorizations.renew': ['app'],
  'authorizations.cancel': ['app'],
  'coverage.list': limitKinds,
  'coverage.get': limitKinds,
  'coverage.rows': limitKinds,
  'coverage.export': limitKinds,
  'health.overview': limitKinds,
  'health.pace': limitKinds,
  'tags.list': limitKinds,
  // Nothing of these is within or beyond a limit.
  'health.outages': limitKinds,
  'teams.get': limitKinds,
};

let set: LimitedStage;
beforeAll(async () => void (set = await stageOfLimits()));

const operations: { name: string; method: string; path: string }[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ contract: { '~orpc': operation }, path }) => {
  const { method = 'POST', path: address = '' } = operation.route;
  operations.push({ name: path.join('.'), method, path: address });
});

test.each(limitKinds)('a key limited by %s is refused by every operation that does not keep to it', async (kind) => {
  const unknown = { id: '00000000-0000-7000-8000-000000000000', advertiserId: '99999', sequence: '1' };
  for (const { name, method, path } of operations) {
    const address = path.replace(/\{(\w+)\}/g, (_, field: keyof typeof unknown) => unknown[field]);
    const { status, json } = await ask(set.keys[kind], address, method, method === 'GET' ? undefined : {});
    const refused = json?.data?.reason === 'limited_key' && status === 403;
    const forPeople = status === 403 && !refused;
    expect([name, refused || forPeople]).toEqual([name, !kept[name]?.includes(kind)]);
  }
});

describe.each(limitKinds)('limited by %s', (kind) => {
  const get = (path: string) => ask(set.keys[kind], path);
  const within = () => set.within.connection.id;
  const beyond = () => set.beyond.connection.id;
  /** So that whatever is remembered is remembered for both. */
  const first = (path: string) => ask(set.unlimited, path);

  test('a list shows and counts what is within, and no more than all do', async () => {
    expect((await first('/connections')).json.total).toBe(2);
    const { rows, total } = (await get('/connections')).json;
    expect([rows.map(({ id }: { id: string }) => id), total]).toEqual([[within()], 1]);
    expect((await first('/connections')).json.total).toBe(2);
    expect((await get('/connections/states')).json.healthy).toBe(1);
    expect((await first('/connections/states')).json.healthy).toBe(2);
    const lines = (await get('/connections.csv')).text.trim().split('\r\n');
    expect([lines.length, lines[1]?.includes(within())]).toEqual([2, true]);
  });

  test.each([
    () => `/connections?advertiserId=${other}`,
    () => `/connections?q=${other}`,
    () => `/connections?appId=${set.beyond.app.id}`,
    () => `/connections?tag=${set.beyond.tag.id}`,
    () => `/connections?ids=${beyond()}`,
    () => `/advertisers?q=${other}`,
    () => `/advertisers?appId=${set.beyond.app.id}`,
    () => `/advertisers?connectionId=${beyond()}`,
  ])('no filter finds what is beyond: %s', async (path) => {
    expect((await first(path())).json.total).toBeGreaterThan(0);
    expect((await get(path())).json).toMatchObject({ rows: [], total: 0 });
  });

  test('a connection beyond is as missing as none, whatever is asked of it', async () => {
    const missing = '00000000-0000-7000-8000-000000000000';
    const acts = [
      'GET ',
      'GET /advertisers',
      'GET /events',
      'GET /twins',
      'GET /token',
      'POST /check',
      'POST /pause',
      'POST /resume',
      'PATCH ',
    ];
    for (const act of acts) {
      const [method = '', tail = ''] = act.split(' ');
      const body = method === 'GET' ? undefined : {};
      const [there, nowhere] = await Promise.all(
        [beyond(), missing].map((id) => ask(set.keys[kind], `/connections/${id}${tail}`, method, body)),
      );
      expect([act, there!.status, there!.text]).toEqual([act, 404, nowhere!.text]);
    }
    const select = { ids: [within(), beyond()] };
    const tagged = await ask(set.keys[kind], '/connections/tag', 'POST', { select, add: [set.beyond.tag.id] });
    expect(tagged.json).toEqual({ changed: 1 });
    await ask(set.unlimited, '/connections/tag', 'POST', { select: { ids: [within()] }, remove: [set.beyond.tag.id] });
  });

  test('what is within is there, without a word of what is beyond', async () => {
    expect((await get(`/connections/${within()}/token`)).json).toEqual({ accessToken: 'f0'.repeat(20) });
    expect((await get(`/connections/${within()}/twins`)).json).toEqual([]);
    const { rows, total } = (await get(`/connections/${within()}/advertisers`)).json;
    const named = kind === 'advertiser' ? [mine] : [mine, both];
    expect(rows.map(({ advertiserId }: { advertiserId: string }) => advertiserId)).toEqual(named);
    expect(rows.map(({ connectionCount }: { connectionCount: number }) => connectionCount)).toEqual(named.map(() => 1));
    expect(total).toBe(named.length);
  });

  test('advertisers are those that are reached from within, by what is within', async () => {
    const named = kind === 'advertiser' ? [mine] : [mine, both];
    expect((await first(`/advertisers/${both}`)).json).toMatchObject({ connectionCount: 2, liveCount: 2 });
    expect((await first('/advertisers')).json.total).toBe(3);
    const { rows, total } = (await get('/advertisers')).json;
    expect([rows.map(({ advertiserId }: { advertiserId: string }) => advertiserId), total]).toEqual([
      named,
      named.length,
    ]);
    for (const row of rows)
      expect(row).toMatchObject({ connectionCount: 1, liveCount: 1, personCount: 1, reach: 'one_token' });
    expect((await get('/advertisers/reach')).json).toMatchObject({ one_token: named.length, one_person: 0 });
    expect((await get('/advertisers.csv')).text.trim().split('\r\n')).toHaveLength(1 + named.length);
    expect((await get(`/advertisers/${other}`)).text).toBe((await get('/advertisers/99999')).text);
    const reaching = await get(`/advertisers/${kind === 'advertiser' ? mine : both}/connections`);
    expect(reaching.json).toMatchObject({ rows: [{ id: within() }], total: 1 });
    expect((await get(`/advertisers/${other}/connections`)).status).toBe(404);
  });
});

test('limited by app, the others of the apps are not there', async () => {
  const get = (path: string) => ask(set.keys.app, path);
  expect((await get('/apps')).json).toMatchObject({ rows: [{ id: set.within.app.id, connectionCount: 1 }], total: 1 });
  expect((await get('/apps.csv')).text.trim().split('\r\n')).toHaveLength(2);
  expect((await get(`/apps/${set.beyond.app.id}`)).status).toBe(404);
});

test('limits of several kinds narrow together, and one whose object is gone reaches nothing', async () => {
  const { maker, within, beyond } = set;
  const crossed = await createApiKey(maker, { appIds: [within.app.id], tagIds: [beyond.tag.id] });
  expect((await ask(crossed, '/connections')).json.total).toBe(0);
  const gone = await createApiKey(maker, { tagIds: [maker.id] });
  expect((await ask(gone, '/connections')).json.total).toBe(0);
});
