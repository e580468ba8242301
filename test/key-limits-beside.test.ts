import { traverseContractProcedures } from '@orpc/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { contract } from '@/contract';
import { limitKinds } from '@/contract/operation';
import { db } from './database';
import { askWithKey as ask, both, mine, other, stageOfLimits, type LimitedStage } from './limited-keys';

let set: LimitedStage;
beforeAll(async () => void (set = await stageOfLimits()));

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe.each(limitKinds)('limited by %s', (kind) => {
  const get = (path: string) => ask(set.keys[kind], path);
  const first = (path: string) => ask(set.unlimited, path);

  test('authorizations are those of what is within', async () => {
    const { within, beyond } = set;
    const told = kind === 'app' ? [within.pending.id, within.authorization.id] : [within.authorization.id];
    expect((await first('/authorizations')).json.total).toBe(4);
    const { rows, total } = (await get('/authorizations')).json;
    expect([idsOf(rows), total]).toEqual([told, told.length]);
    for (const hidden of [beyond.authorization, beyond.pending, ...(kind === 'app' ? [] : [within.pending])])
      expect((await get(`/authorizations/${hidden.id}`)).text).toBe((await get(`/authorizations/${set.team.id}`)).text);
  });

  test('a comparison counts the whole connection, and names no advertiser that is beyond', async () => {
    const { comparison } = (await get(`/authorizations/${set.within.authorization.id}`)).json;
    const gained = kind === 'advertiser' ? [] : [{ advertiserId: both, name: null }];
    expect(comparison.advertisers).toMatchObject({
      gained,
      gainedCount: 1,
      lost: [{ advertiserId: mine }],
      lostCount: 1,
    });
  });

  test('a history is told whole, but names no advertiser that is beyond', async () => {
    const of = `/connections/${set.within.connection.id}/events`;
    type Told = { kind: string; actor: string | null; data: object };
    const { rows, total } = (await get(of)).json as { rows: Told[]; total: number };
    expect((await first(of)).json.total).toBe(total);
    // The keys of other tests are on record as well.
    const dataOf = (kind: string) =>
      rows.filter((row) => row.kind === kind && [set.maker.name, null].includes(row.actor)).map(({ data }) => data);
    const named = (kind === 'advertiser' ? [mine] : [mine, both]).map((advertiserId) => ({ advertiserId, name: null }));
    expect(dataOf('reach_changed')).toMatchObject([{ gained: named, gainedCount: 2, lost: [] }]);
    const wrote = kind !== 'advertiser';
    expect(dataOf('revealed')).toEqual([wrote ? { advertiserId: both } : {}, { advertiserId: mine }]);
    expect(dataOf('reported')).toEqual([{ code: 40001, ...(wrote && { message: `No access to ${both}` }) }]);
    expect(dataOf('paused')).toEqual([wrote ? { reason: `${both} has left` } : {}]);
  });

  test('tags are those of its connections, counted by these', async () => {
    expect((await first('/tags')).json).toHaveLength(2);
    expect((await get('/tags')).json).toEqual([
      { id: set.within.tag.id, name: set.within.tag.name, connectionCount: 1 },
    ]);
  });

  test('what would be lost is what nothing else within reaches', async () => {
    const of = `/connections/${set.within.connection.id}/losses`;
    const lost = (rows: { advertiserId: string }[]) => rows.map(({ advertiserId }) => advertiserId);
    expect(lost((await first(of)).json.rows)).toEqual([mine]);
    const { rows, total } = (await get(of)).json;
    const named = kind === 'advertiser' ? [mine] : [mine, both];
    expect([lost(rows), total]).toEqual([named, named.length]);
    expect((await get(`/connections/${set.beyond.connection.id}/losses`)).status).toBe(404);
  });

  test('coverage tells of the expected advertisers within, as they are reached from within', async () => {
    const named = kind === 'advertiser' ? [mine] : [mine, both];
    expect((await first(`/coverage/${set.shared.id}`)).json).toMatchObject({
      entryCount: 3,
      counts: { once: 2, covered: 1 },
    });
    const { rows, total } = (await get('/coverage')).json;
    expect([idsOf(rows), total]).toEqual([[set.shared.id, set.within.list.id], 2]);
    expect((await get(`/coverage/${set.shared.id}`)).json).toMatchObject({
      entryCount: named.length,
      counts: { once: named.length, covered: 0, uncovered: 0, broken_only: 0 },
    });
    const page = (await get(`/coverage/${set.shared.id}/rows`)).json;
    expect([page.rows.map(({ advertiserId }: { advertiserId: string }) => advertiserId), page.total]).toEqual([
      named,
      named.length,
    ]);
    for (const row of page.rows) expect(row).toMatchObject({ coverage: 'once', connectionCount: 1, liveCount: 1 });
    expect((await get(`/coverage/${set.shared.id}/rows.csv`)).text.trim().split('\r\n')).toHaveLength(1 + named.length);
    expect((await get(`/coverage/${set.beyond.list.id}`)).text).toBe((await get(`/coverage/${set.team.id}`)).text);
  });

  test('the overview counts what is within, and tells no history of the team', async () => {
    const counted = (needs: { kind: string; count: number }[]) => needs.map(({ kind, count }) => [kind, count]);
    const whole = (await first('/health?days=1')).json;
    expect(whole).toMatchObject({ states: { healthy: 2 }, history: [{ states: { healthy: 2 } }], sweep: { total: 2 } });
    expect(counted(whole.needs)).toEqual([
      ['comparison', 2],
      ['expiring', 2],
    ]);
    const told = (await get('/health?days=1')).json;
    expect(told).toMatchObject({ states: { healthy: 1 }, history: [], sweep: { total: 1 } });
    // An Authorized URL that made no connection yet has an app, but no tag and no advertiser.
    expect(counted(told.needs)).toEqual([['comparison', 1], ...(kind === 'app' ? [['expiring', 1]] : [])]);
    const { nextCheckAt } = await db.connection.findUniqueOrThrow({ where: { id: set.within.connection.id } });
    expect((await get('/health/pace')).json.nextCheckAt).toBe(nextCheckAt?.toISOString());
  });

  test('no answer to any question holds a word of what is beyond', async () => {
    const { within, beyond } = set;
    const secrets = [beyond.app.id, beyond.tag.id, beyond.connection.id, beyond.authorization.id, beyond.list.id];
    const hidden = [...secrets, other, 'Beyond', ...(kind === 'advertiser' ? [both] : [])];
    for (const { name, path } of questions) {
      for (const side of [within, beyond]) {
        const address = path.replace(/\{(\w+)\}/g, (_, field) => objectOf(side, path, field));
        const { status, text } = await get(address);
        const told = hidden.filter((word) => text.includes(word));
        expect([name, address, told, status < 500]).toEqual([name, address, [], true]);
      }
    }
  });
});

/** Every question of the contract. */
const questions: { name: string; path: string }[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ contract: { '~orpc': operation }, path }) => {
  const { method, path: address = '' } = operation.route;
  if (method === 'GET') questions.push({ name: path.join('.'), path: address });
});

function objectOf(side: LimitedStage['within'], path: string, field: string): string {
  if (field === 'advertiserId') return side === set.within ? mine : other;
  if (field !== 'id') return '1';
  const noun = path.split('/')[1];
  const of = { apps: side.app, authorizations: side.authorization, connections: side.connection, coverage: side.list };
  return (of as Record<string, { id: string }>)[noun ?? '']?.id ?? side.tag.id;
}

test('limited by app, an authorization of another app cannot be made, finished or withdrawn', async () => {
  const { within, beyond, keys } = set;
  const refused = async (path: string, body: object) => (await ask(keys.app, path, 'POST', body)).status;
  expect(await refused(`/apps/${beyond.app.id}/authorizations`, {})).toBe(404);
  expect(await refused(`/apps/${within.app.id}/authorizations`, { connectionId: beyond.connection.id })).toBe(404);
  for (const act of ['accept', 'cancel'])
    expect(await refused(`/authorizations/${beyond.authorization.id}/${act}`, {})).toBe(404);
  const confirm = { decision: 'save_as_new' };
  expect(await refused(`/authorizations/${beyond.authorization.id}/confirm`, confirm)).toBe(404);
  const renew = { connectionId: within.connection.id };
  expect(await refused(`/authorizations/${beyond.authorization.id}/renew`, renew)).toBe(404);
  const elsewhere = { connectionId: beyond.connection.id };
  expect(await refused(`/authorizations/${within.authorization.id}/renew`, elsewhere)).toBe(404);
  expect((await ask(keys.app, `/authorizations/${beyond.pending.id}/url`)).status).toBe(404);
});

test('limited by app, what is within its app goes all the way, and a state from beyond is foreign', async () => {
  const { within, beyond, keys, unlimited } = set;
  const made = await ask(keys.app, `/apps/${within.app.id}/authorizations`, 'POST', {});
  expect(made.status).toBe(201);
  expect((await ask(keys.app, `/authorizations/${made.json.id}/url`)).json.url).toBe(made.json.url);
  expect((await ask(keys.app, `/authorizations/${made.json.id}/cancel`, 'POST', {})).json.status).toBe('cancelled');
  const { json } = await ask(unlimited, `/apps/${beyond.app.id}/authorizations`, 'POST', {});
  const pasted = `https://a.example/?auth_code=${'c'.repeat(40)}&state=${json.state}`;
  expect((await ask(keys.app, '/authorizations/complete', 'POST', { pasted })).json.data).toEqual({
    reason: 'state_foreign',
  });
});
