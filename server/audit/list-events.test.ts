import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent } from '@/contract/audit';
import { auditActions, type AuditAction } from '@/contract/audit-words';
import { router } from '@/server/api';
import type { Person } from '@/server/auth/actor';
import { encodeCursor } from '@/server/database/cursor';
import { newId } from '@/server/database/new-id';
import { db } from '@/test/database';
import { changeAudit } from '@/test/change-audit';
import { createAppRow, createConnectionRow, createPerson, createTeam, type TestTeam } from '@/test/factories';
import { record, type AuditObject } from './record';

let team: TestTeam;
let people: Person[];
let objects: AuditObject[];
let all: AuditEvent[];

const actions = ['app.changed', 'connection.checked', 'connection.revealed', 'session.started', 'tag.created'] as const;
const results = ['done', 'refused', 'failed'] as const;
const audit = (actor: Person) => createRouterClient(router, { context: { headers: new Headers(), actor } }).audit;
type Filter = Parameters<ReturnType<typeof audit>['list']>[0];
const list = (given: Filter) => audit(people[0]!).list(given);
const sequences = async (given: Filter) => (await list(given)).rows.map(({ sequence }) => sequence);

beforeAll(async () => {
  team = await createTeam();
  const person = async (role: 'auditor' | 'admin', name: string, ip: string) => ({
    ...(await createPerson(team, role, { name })),
    ip,
  });
  people = [
    await person('auditor', 'Aoi Kato', '192.0.2.1'),
    await person('admin', '佐藤 葵', '2001:db8::7'),
    await person('admin', 'ＫＥＮ', '192.0.2.9'),
  ];
  const app = await createAppRow(team, { name: 'Core reporting' });
  const connection = await createConnectionRow(team, app, { name: '東京スキンケア｜JP' });
  objects = [
    { kind: 'app', id: app.id, name: app.name },
    { kind: 'connection', id: connection.id, name: connection.name },
    { kind: 'connection', id: newId(), name: '100%_gone' },
    { kind: 'session', id: newId() },
  ];
  for (let n = 0; n < 90; n++) {
    const [action, result] = [actions[(n * 7) % 5]!, results[n % 11 === 0 ? 1 : n % 13 === 0 ? 2 : 0]!];
    await db.$transaction((tx) => record(tx, people[n % 3]!, action, objects[(n * 3) % 4]!, { result, data: { n } }));
  }
  // Some at the same moment, and the clock once set back: no event can be changed, but by who owns the table.
  const where = { teamId: team.id, sequence: { gte: 20, lte: 40 } };
  await changeAudit((tx) => tx.auditEvent.updateMany({ where, data: { at: new Date('2026-01-05T00:00:00Z') } }));
  all = (await list({ limit: 200 })).rows;
  const others = await createPerson(await createTeam(), 'owner', { name: 'Aoi of others' });
  await db.$transaction((tx) => record(tx, others, 'app.changed', objects[0]!));
});

test('tells who did what to what, from where, why and with what result', async () => {
  const [actor, object] = [people[1]!, objects[1]!];
  await db.$transaction((tx) =>
    record(tx, actor, 'connection.revoked', object, { reason: '契約終了', data: { advertisers: 3 } }),
  );
  const [event] = (await list({ action: 'connection.revoked' })).rows;
  expect(event).toEqual({
    sequence: '91',
    at: expect.any(String),
    actor: { kind: 'person', id: actor.id, name: '佐藤 葵' },
    ip: '2001:db8::7',
    userAgent: 'test',
    action: 'connection.revoked',
    object: { kind: 'connection', id: object.id, name: object.name, exists: true },
    reason: '契約終了',
    result: 'done',
    data: { advertisers: 3 },
  });
  expect(await audit(actor).get({ sequence: '91' })).toEqual(event);
  all = [event!, ...all];
});

test('knows which objects are still there', () => {
  const there = (id: unknown) =>
    new Set(all.filter(({ object }) => object.id === id).map(({ object }) => object.exists));
  expect(objects.map(({ id }) => [...there(id)])).toEqual([[true], [true], [false], [false]]);
});

/** The filters again, naively: what the list must agree with. */
function naive(filter: Filter): string[] {
  const { action, actorId, objectKind, objectId, result, ip, from, to, q, sort } = filter ?? {};
  const words = action?.split(',');
  const plain = (text: string | null) => (text ?? '').normalize('NFKC').toLowerCase();
  const matching = all.filter(
    (event) =>
      (!words || words.some((word) => (word.endsWith('.') ? event.action.startsWith(word) : event.action === word))) &&
      (!actorId || event.actor.id === actorId) &&
      (!objectKind || event.object.kind === objectKind) &&
      (!objectId || event.object.id === objectId) &&
      (!result || result.split(',').includes(event.result)) &&
      (!ip || event.ip === ip) &&
      (!from || new Date(event.at) >= new Date(from)) &&
      (!to || new Date(event.at) < new Date(to)) &&
      (!q ||
        plain(event.object.name).startsWith(plain(q)) ||
        plain(event.actor.name).startsWith(plain(q)) ||
        [event.object.id, event.actor.id].includes(q.toLowerCase())),
  );
  return (sort === 'at' ? matching.reverse() : matching).map(({ sequence }) => sequence);
}

const filters: fc.Arbitrary<NonNullable<Filter>> = fc
  .record(
    {
      action: fc
        .subarray([...actions, 'connection.', 'authorization.'], { minLength: 1 })
        .map((words) => words.join(',')),
      actorId: fc.nat(2).map((at) => people[at]!.id),
      objectKind: fc.constantFrom('app' as const, 'connection' as const, 'session' as const),
      objectId: fc.nat(3).map((at) => objects[at]!.id!),
      result: fc.subarray([...results], { minLength: 1 }).map((words) => words.join(',')),
      ip: fc.constantFrom('192.0.2.1', '2001:db8::7'),
      from: fc.constantFrom('2026-01-05T00:00:00Z', '2026-01-05T00:00:00.001Z', '2031-01-01T00:00:00Z'),
      to: fc.constantFrom('2026-01-05T00:00:00Z', '2026-01-05T00:00:00.001Z', '2031-01-01T00:00:00Z'),
      q: fc.constantFrom('aoi', '佐', 'ken', '東京ｽｷﾝ', 'CORE', '100%', '0%', '\\', 'Aoi Kato'),
      sort: fc.constantFrom('at' as const, '-at' as const),
    },
    { requiredKeys: [] },
  )
  .map((given) => given as NonNullable<Filter>);

test('finds what a filter asks for, all of it freely combined, counts it, and walks it both ways', async () => {
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 1, max: 40 }), async (filter, limit) => {
      const expected = naive(filter);
      const forth: string[] = [];
      let page = await list({ ...filter, limit });
      for (;;) {
        expect(page.total).toBe(expected.length);
        forth.push(...page.rows.map(({ sequence }) => sequence));
        if (!page.nextCursor) break;
        page = await list({ ...filter, limit, cursor: page.nextCursor });
      }
      expect(forth).toEqual(expected);
      const back = page.rows.map(({ sequence }) => sequence);
      while (page.previousCursor) {
        page = await list({ ...filter, limit, cursor: page.previousCursor });
        back.unshift(...page.rows.map(({ sequence }) => sequence));
      }
      expect(back).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test.each([0, 1, 17, 90, 500])('jumps to row %i', async (skip) => {
  expect(await sequences({ skip, limit: 5 })).toEqual(naive({}).slice(skip, skip + 5));
  const filter = { action: 'connection.,app.' };
  expect(await sequences({ ...filter, skip, limit: 5 })).toEqual(naive(filter).slice(skip, skip + 5));
});

test('finds by id, in either case', async () => {
  const id = objects[2]!.id!;
  const expected = naive({ objectId: id });
  expect(expected.length).toBeGreaterThan(5);
  expect(await sequences({ q: id })).toEqual(expected);
  expect(await sequences({ q: id.toUpperCase() })).toEqual(expected);
});

test('tells of an object that has no id of ours like of any other', async () => {
  const [reader, odd] = [await createPerson(await createTeam(), 'owner'), 'no uuid'];
  await db.$transaction((tx) => record(tx, reader, 'app.changed', { kind: 'app', id: odd }));
  expect((await audit(reader).list({})).rows).toMatchObject([{ object: { id: odd, exists: false } }]);
});

test('takes every action, and every prefix', async () => {
  for (const action of auditActions) await expect(list({ action })).resolves.toBeTruthy();
  const everything = [...new Set(auditActions.map((action: AuditAction) => action.replace(/[^.]+$/, '')))].join(',');
  expect((await list({ action: everything })).total).toBe(all.length);
});

describe('refuses', () => {
  test.each([
    { action: 'connection' },
    { action: 'app.unheard_of' },
    { objectId: '1' },
    { ip: '10.0.0.256' },
    { from: 'yesterday' },
    { from: '0000-01-01T00:00:00Z' },
    { result: 'perhaps' },
    { q: 'a\0b' },
    { sort: 'name' as 'at' },
    { limit: 201 },
    { skip: -1 },
  ])('%j', async (given) => {
    await expect(list(given)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('a cursor that it did not make, or that belongs to the other order', async () => {
    const { nextCursor } = await list({ limit: 1 });
    const made = encodeCursor(['-at', 'after', '2026-01-05T00:00:00Z', 'one']);
    for (const given of [
      { cursor: made },
      { cursor: nextCursor!, sort: 'at' as const },
      { cursor: nextCursor!, skip: 1 },
    ])
      await expect(list(given)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test('an event of no such sequence', async () => {
    await expect(audit(people[0]!).get({ sequence: '9999' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('tells another team nothing', async () => {
  const stranger = await createPerson(await createTeam(), 'owner');
  for (const filter of [{}, { objectId: objects[0]!.id! }, { actorId: people[0]!.id }, { q: 'Aoi' }])
    expect(await audit(stranger).list(filter)).toMatchObject({ rows: [], total: 0 });
  await expect(audit(stranger).get({ sequence: '1' })).rejects.toMatchObject({ code: 'not_found' });
});
