import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { Prisma } from '@/server/database/generated/client';
import { db } from '@/test/database';
import { createTeam, createPerson } from '@/test/factories';
import { canonicalEvent, readData, storable, type Json } from './canonical-event';
import { eventMac, headAfter, startHead, witnessOf } from './chain';
import { record, type AuditDetail } from './record';
import { verifyChain } from './verify-chain';

const key = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
const teamId = '01920000-0000-7000-8000-000000000001';
const event = {
  ...{ teamId, sequence: 7n, at: '1764109980123', actorKind: 'person', actorId: 'a', actorName: 'Aoi 葵 "\u2028' },
  ...{ ip: null, userAgent: '', action: 'app.changed', objectKind: 'app', objectId: 'x', objectName: '\ud800' },
  ...{ reason: null, result: 'done', data: { 10: [1, '1', true, null], 9: { b: 1.5, a: '' } } },
};

test('the bytes of an event, and what is made of them, are the ones that stand in every database', () => {
  expect(canonicalEvent(event)).toBe(
    `["${teamId}","7","1764109980123","person","a","Aoi 葵 \\"\u2028",null,"","app.changed","app","x","\ufffd",null,"done",` +
      '{"names":["10","9"],"values":[[1,"1",true,null],{"names":["a","b"],"values":["",1.5]}]}]',
  );
  const mac = eventMac(key, null, event);
  const head = headAfter(key, event, mac);
  expect([mac, head, eventMac(key, head, event), startHead(key, event)].map((one) => one.toString('hex'))).toEqual([
    '134e5ad6ccf43d2fe3e8c8e35f3964b48dcea58adc3f807969b8da533d2f7396',
    '087f4181f2b21e21e0495ed7ef4a85bf6e33ae04ead5cbdf51dcbc870aea3cd7',
    '39506fef055a5a389617673551e25a234f07ebf08b69bd686813feebe3fb5098',
    'ba5b4642b55e09f44febdd37d70ce0a9bd1a2fe0984e30e057de4f41aa73cc50',
  ]);
  expect(witnessOf(key, event, head)).toBe('a16199700e43139185bd0936563dde19');
});

test('every column of an event is part of what is hashed', () => {
  const columns = Object.keys(Prisma.AuditEventScalarFieldEnum).filter((name) => name !== 'mac');
  expect(Object.keys(event).toSorted()).toEqual(columns.toSorted());
  const before = canonicalEvent(event);
  for (const name of columns) {
    const other = name === 'sequence' ? 8n : name === 'data' ? {} : 'another';
    expect(canonicalEvent({ ...event, [name]: other }), name).not.toBe(before);
  }
});

test('null and empty, text and number, a list and what looks like one are told apart', () => {
  const data: Json[] = [
    null,
    '',
    '1',
    1,
    [],
    [1],
    ['1'],
    {},
    { 0: 1 },
    { names: ['a'], values: [1] },
    { a: 1 },
    [['a', 1]],
  ];
  const bytes = data.map((one) => canonicalEvent({ ...event, data: one }));
  expect(new Set(bytes).size).toBe(data.length);
});

test('numbers that no event of ours was written with are not taken for those that are', () => {
  expect(readData('{"a": 1, "b": "1.0", "c": [-5, 0.25]}')).toEqual({ a: 1, b: '1.0', c: [-5, 0.25] });
  for (const odd of ['1.0', '01e2', '9007199254740993', '-0', '0.30000000000000001'])
    expect(readData(`{"a": ${odd}}`), odd).toBeUndefined();
});

const text = fc.string({ unit: 'binary', maxLength: 12 }).map((one) => one.replaceAll('\0', ''));
const value = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
);
const detail: fc.Arbitrary<AuditDetail> = fc.record(
  {
    reason: text,
    result: fc.constantFrom('done', 'refused', 'failed'),
    data: fc.dictionary(fc.oneof(text, fc.nat().map(String)), value, { maxKeys: 5 }),
  },
  { requiredKeys: [] },
);

test('whatever is told, the database gives back what was hashed', async () => {
  const team = await createTeam();
  const actor = systemActor(team.id, 'Half \ud800 a pair', { userAgent: '', ip: null });
  const tell = (action: 'team.created' | 'team.changed', name: string, told: AuditDetail) =>
    db.$transaction((tx) => record(tx, actor, action, { kind: 'team', id: null, name }, told));
  await tell('team.created', '', {});
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, detail), { minLength: 5, maxLength: 10 }), async (events) => {
      for (const [name, told] of events) await tell('team.changed', name, told);
      expect(await verifyChain(team.id)).toMatchObject({ fault: null, done: true, uncovered: 0n });
    }),
    { numRuns: 25 },
  );
});

test('what would have an exponent is kept as text', () => {
  expect(storable({ a: 1e21, b: 1e-7, c: 5, d: undefined, e: NaN })).toEqual({ a: '1e+21', b: '1e-7', c: 5, e: null });
});

test('many at once make one chain, and what is undone leaves no gap', async () => {
  const team = await createTeam();
  const person = await createPerson(team);
  const tell = (action: 'team.created' | 'team.changed') =>
    db.$transaction((tx) => record(tx, person, action, { kind: 'team', id: team.id }));
  await tell('team.created');
  const undone = () =>
    db.$transaction(async (tx) => {
      await record(tx, person, 'team.changed', { kind: 'team', id: team.id });
      throw new Error('undone');
    });
  await Promise.allSettled(Array.from({ length: 40 }, (_, n) => (n % 4 ? tell('team.changed') : undone())));
  expect(await verifyChain(team.id)).toMatchObject({ upTo: 31n, end: 31n, done: true, fault: null });
});

test('a part of a chain is verified from where another ended', async () => {
  const team = await createTeam();
  const person = await createPerson(team);
  for (let n = 0; n < 10; n++) {
    const action = n ? ('team.changed' as const) : ('team.created' as const);
    await db.$transaction((tx) => record(tx, person, action, { kind: 'team', id: team.id }));
  }
  expect(await verifyChain(team.id, { most: 4 })).toMatchObject({ upTo: 4n, end: 10n, done: false, fault: null });
  expect(await verifyChain(team.id, { after: 4n, most: 4 })).toMatchObject({ upTo: 8n, done: false });
  expect(await verifyChain(team.id, { after: 8n, most: 4 })).toMatchObject({ upTo: 10n, done: true, fault: null });
  expect(await verifyChain(team.id, { after: 11n })).toMatchObject({ fault: { sequence: 11n, reason: 'missing' } });
});

test.each(['UPDATE "AuditEvent" SET reason = NULL', 'DELETE FROM "AuditEvent"', 'TRUNCATE "AuditEvent"'])(
  'nobody may: %s',
  async (sql) => {
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow('neither changed nor removed');
    const asReplica = db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
      await tx.$executeRawUnsafe(sql);
    });
    await expect(asReplica).rejects.toThrow('neither changed nor removed');
  },
);

test('whoever writes twice, and to several teams in any order, holds nobody up for long', async () => {
  const teams = [await createTeam(), await createTeam()];
  const people = await Promise.all(teams.map((team) => createPerson(team)));
  for (const person of people) await db.$transaction((tx) => record(tx, person, 'team.created', about(person)));
  const startedAt = performance.now();
  const told = await Promise.allSettled(
    Array.from({ length: 24 }, (_, n) =>
      db.$transaction(async (tx) => {
        const person = people[n % 2]!;
        await record(tx, person, 'team.changed', about(person));
        await record(tx, person, 'team.changed', about(person));
      }),
    ),
  );
  expect(told.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  for (const { id } of teams) expect(await verifyChain(id)).toMatchObject({ end: 25n, done: true, fault: null });
});

const about = ({ teamId }: { teamId: string }) => ({ kind: 'team' as const, id: teamId });
