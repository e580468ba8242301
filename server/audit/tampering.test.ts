import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { beginAudit } from '@/server/console/begin-audit';
import { db } from '@/server/database/client';
import { openVault } from '@/server/vault/open';
import { ownDatabase } from '@/test/own-database';
import { noteEnd } from './note-ends';
import { record } from './record';
import { verifyChain } from './verify-chain';

/** What whoever owns the database could do to it. Each says with which event it begins to be wrong. */
type Tampering = { name: string; sql: string; first: number; reasons: string[] };

const owner = new pg.Client(await ownDatabase());
afterAll(() => owner.end());
const length = 12;
let [team, other]: string[] = [];

beforeAll(async () => {
  await owner.connect();
  await openVault();
  const made = [];
  for (const slug of ['one', 'other']) {
    const { id } = await db.team.create({ data: { slug, name: slug } });
    const actor = systemActor(id, 'Aoi', { id: 'a', ip: '192.0.2.1', userAgent: '' });
    for (let n = 1; n <= length; n++) {
      const action = n === 1 ? 'team.created' : 'app.changed';
      const detail = { reason: n % 3 ? undefined : '理由', data: { n, list: ['a', 'b'], none: null, text: `${n}` } };
      await db.$transaction((tx) => record(tx, actor, action, { kind: 'app', id: `${n % 4}`, name: 'App' }, detail));
    }
    made.push(id);
  }
  [team, other] = made;
  for (const sql of [
    'ALTER TABLE "AuditEvent" DISABLE TRIGGER append_only',
    'CREATE TABLE kept AS SELECT * FROM "AuditEvent"',
    'CREATE TABLE kept_end AS SELECT * FROM "AuditEnd"',
  ])
    await run(sql);
});

const restore = `
  DELETE FROM "AuditEvent"; INSERT INTO "AuditEvent" SELECT * FROM kept;
  UPDATE "AuditEnd" e SET sequence = k.sequence, head = k.head FROM kept_end k WHERE k."teamId" = e."teamId"`;

const sequence = fc.integer({ min: 1, max: length });
const at = (s: number) => `"teamId" = '${team}' AND sequence = ${s}`;
const set = (what: string, s: number) => `UPDATE "AuditEvent" SET ${what} WHERE ${at(s)}`;
const ofTeam = (what: string) => `UPDATE "AuditEnd" SET ${what} WHERE "teamId" = '${team}'`;

const edits = [
  ...['actorKind', 'actorName', 'action', 'objectKind', 'result'].map((name) => `"${name}" = "${name}" || 'x'`),
  ...['actorId', 'ip', 'userAgent', 'objectId', 'objectName'].map((name) => `"${name}" = NULL`),
  ...['reason', 'objectName', 'userAgent'].map((name) => `"${name}" = coalesce("${name}" || ' ', '')`),
  `at = at + interval '1 millisecond'`,
  `at = 'infinity'`,
  ...['{"n": 1}', '{}', '[]', 'null'].map((data) => `data = '${data}'`),
  `data = jsonb_set(data, '{text}', to_jsonb((data->>'text')::numeric))`,
  `data = jsonb_set(data, '{n}', to_jsonb((data->>'n')::numeric(9, 2)))`,
  `data = jsonb_set(data, '{n}', to_jsonb((data->>'n')::numeric + 0.00000000000000000001))`,
  `data = data - 'none'`,
  `data = data || '{"more": null}'`,
  `data = jsonb_set(data, '{list}', '["b", "a"]')`,
  `mac = NULL`,
  `mac = ''`,
  `mac = set_bit(mac, 77, 1 - get_bit(mac, 77))`,
  `mac = substring(mac FOR 31)`,
];
const edit = fc.tuple(fc.constantFrom(...edits), sequence).map(([what, first]): Tampering => ({
  ...{ name: `edit ${first}: ${what}`, sql: set(what, first), first, reasons: ['edited'] },
}));

const remove = fc
  .uniqueArray(sequence, { minLength: 1, maxLength: 4 })
  .map((some) => some.toSorted((a, b) => a - b))
  .map((some): Tampering => ({
    name: `remove ${some}`,
    sql: `DELETE FROM "AuditEvent" WHERE "teamId" = '${team}' AND sequence IN (${some})`,
    first: some[0]!,
    reasons: ['missing', 'cut'],
  }));

const closeGap = fc.integer({ min: 1, max: length - 1 }).map((first): Tampering => ({
  name: `remove ${first} and close the gap`,
  sql: `DELETE FROM "AuditEvent" WHERE ${at(first)};
    UPDATE "AuditEvent" SET sequence = sequence + 999 WHERE "teamId" = '${team}' AND sequence > ${first};
    UPDATE "AuditEvent" SET sequence = sequence - 1000 WHERE "teamId" = '${team}' AND sequence > 999;
    ${ofTeam(`sequence = ${length - 1}`)}`,
  first,
  reasons: ['edited'],
}));

const reorder = fc
  .tuple(fc.uniqueArray(sequence, { minLength: 2, maxLength: 5 }), fc.integer({ min: 1, max: 4 }))
  .map(([some, by]): Tampering => {
    const order = some.toSorted((a, b) => a - b);
    const shift = 1 + (by % (order.length - 1 || 1));
    const moves = order.map((from, n) => ({ from, to: order[(n + shift) % order.length]! }));
    const real = moves.filter(({ from, to }) => from !== to).length ? moves : [];
    const sql = [
      `UPDATE "AuditEvent" SET sequence = sequence + 1000 WHERE "teamId" = '${team}' AND sequence IN (${order})`,
      ...real.map(({ from, to }) => `UPDATE "AuditEvent" SET sequence = ${to} WHERE ${at(from + 1000)}`),
    ].join('; ');
    return { name: `reorder ${order} by ${shift}`, sql, first: order[0]!, reasons: ['moved', 'missing', 'cut'] };
  });

const heads = ['head', 'NULL', `'\\x00'`, `(SELECT mac FROM kept WHERE "teamId" = '@' AND sequence = #)`];
const cut = fc
  .tuple(fc.integer({ min: 0, max: length - 1 }), fc.boolean(), fc.constantFrom(...heads))
  .map(([left, rewind, head]): Tampering => {
    const given = head.replace('@', team!).replace('#', String(left));
    const end = rewind ? ofTeam(`sequence = ${left}, head = ${given}`) : 'SELECT 1';
    const sql = `DELETE FROM "AuditEvent" WHERE "teamId" = '${team}' AND sequence > ${left}; ${end}`;
    return { name: `cut after ${left}, ${rewind}, ${given}`, sql, first: left + 1, reasons: ['cut'] };
  });

const forge = fc.tuple(sequence, fc.constantFrom('NULL', 'mac')).map(([first, mac]): Tampering => ({
  name: `forge ${first} with mac ${mac}`,
  sql: `UPDATE "AuditEvent" SET sequence = sequence + 1001 WHERE "teamId" = '${team}' AND sequence >= ${first};
    UPDATE "AuditEvent" SET sequence = sequence - 1000 WHERE "teamId" = '${team}' AND sequence > 1000;
    INSERT INTO "AuditEvent" SELECT (jsonb_populate_record(e, jsonb_build_object('actorName', 'Eve', 'mac', ${mac}))).*
      FROM kept e WHERE ${at(first)};
    ${ofTeam(`sequence = ${length + 1}`)}`,
  first,
  reasons: ['edited', 'moved'],
}));

const append = fc.constantFrom(true, false).map((counted): Tampering => ({
  name: `append, counted ${counted}`,
  sql: `INSERT INTO "AuditEvent" SELECT (jsonb_populate_record(e, '{"sequence": ${length + 1}}')).* FROM kept e WHERE ${at(length)};
    ${counted ? ofTeam(`sequence = ${length + 1}`) : 'SELECT 1'}`,
  first: length + 1,
  reasons: ['edited', 'added'],
}));

const ofAnother = sequence.map((first): Tampering => ({
  name: `exchange ${first}`,
  sql: `DELETE FROM "AuditEvent" WHERE ${at(first)};
    INSERT INTO "AuditEvent" SELECT (jsonb_populate_record(e, '{"teamId": "${team}"}')).* FROM kept e
      WHERE "teamId" = '${other}' AND sequence = ${first}`,
  first,
  reasons: ['edited'],
}));

const headOnly = fc
  .constantFrom('NULL', `'\\x00'`, `(SELECT head FROM kept_end WHERE "teamId" = '@')`)
  .map((head): Tampering => ({
    name: `head ${head}`,
    sql: ofTeam(`head = ${head.replace('@', other!)}`),
    first: length + 1,
    reasons: ['cut'],
  }));

test('nothing done to the database goes unnoticed, and the first event that is wrong is named', async () => {
  const chosen = () =>
    fc.oneof(
      { weight: 6, arbitrary: edit },
      remove,
      remove,
      closeGap,
      reorder,
      reorder,
      cut,
      cut,
      forge,
      append,
      ofAnother,
      headOnly,
    );
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(chosen(), async ({ name, sql, first, reasons }) => {
      await run(sql);
      const { fault } = await verifyChain(team!);
      await run(restore);
      expect(fault && { first: Number(fault.sequence), known: reasons.includes(fault.reason) }, name).toEqual({
        first,
        known: true,
      });
      done.add(name.split(' ')[0]!);
    }),
    { numRuns: 1_000 },
  );
  expect(await verifyChain(team!)).toMatchObject({ fault: null, upTo: BigInt(length) });
  expect(done.size).toBe(8);
}, 180_000);

test('an earlier end put back is told by what was noted of the later one, and by nothing else', async () => {
  const actor = systemActor(team!);
  const noted = new Map([[BigInt(length), (await noteEnd(team!))!.witness]]);
  await db.$transaction((tx) => record(tx, actor, 'app.changed', { kind: 'app', id: 'x' }));
  const later = await noteEnd(team!);
  expect(await verifyChain(team!, { witnesses: noted.set(later!.sequence, later!.witness) })).toMatchObject({
    fault: null,
    upTo: BigInt(length + 1),
  });
  await run(restore);
  expect(await verifyChain(team!)).toMatchObject({ fault: null });
  expect((await verifyChain(team!, { witnesses: noted })).fault).toEqual({
    sequence: BigInt(length + 1),
    reason: 'cut',
  });
  await db.$transaction((tx) => record(tx, actor, 'app.changed', { kind: 'app', id: 'another' }));
  expect(await verifyChain(team!)).toMatchObject({ fault: null });
  expect((await verifyChain(team!, { witnesses: noted })).fault).toEqual({
    sequence: BigInt(length + 1),
    reason: 'rewritten',
  });
  await run(restore);
});

test('a program that goes on after the end was cut off does not hide it', async () => {
  await run(`DELETE FROM "AuditEvent" WHERE "teamId" = '${team}' AND sequence > 5; ${ofTeam('sequence = 5')}`);
  for (let n = 0; n < 3; n++) {
    await db.$transaction((tx) => record(tx, systemActor(team!), 'app.changed', { kind: 'app', id: 'x' }));
  }
  expect((await verifyChain(team!)).fault).toEqual({ sequence: 6n, reason: 'edited' });
  await run(restore);
});

test('an audit that was emptied cannot begin anew unnoticed', async () => {
  await run(`DELETE FROM "AuditEvent" WHERE "teamId" = '${team}'; ${ofTeam('sequence = 0, head = NULL')}`);
  expect((await verifyChain(team!)).fault).toEqual({ sequence: 1n, reason: 'cut' });
  await db.$transaction((tx) => record(tx, systemActor(team!), 'app.changed', { kind: 'app', id: 'x' }));
  expect((await verifyChain(team!)).fault).toEqual({ sequence: 1n, reason: 'cut' });
  await run(restore);
});

test('in a database of an earlier version the chain begins after what is there, and says so', async () => {
  await expect(loseKey().then(() => openVault())).rejects.toThrow('lost its data keys');
  const noted = new Map([[7n, (await noteEnd(other!))!.witness]]);
  await run(`UPDATE "AuditEvent" SET mac = NULL; UPDATE "AuditEnd" SET head = NULL`);
  // Whoever owns the database can make it look like one of an earlier version: it takes somebody to say that it is.
  await expect(openVault()).rejects.toThrow('npm run admin -- begin-audit');
  await openVault(undefined, { mayBeginAudit: true });
  expect((await verifyChain(team!, { witnesses: noted })).fault).toEqual({ sequence: 7n, reason: 'rewritten' });
  // What the log notes of an end that is older than the chain is no contradiction.
  const right = new Map([[BigInt(length), (await noteEnd(team!))!.witness]]);
  expect((await verifyChain(team!, { witnesses: right })).fault).toBeNull();
  expect(await verifyChain(team!)).toMatchObject({ fault: null, uncovered: BigInt(length), upTo: BigInt(length) });
  for (let n = 0; n < 3; n++) {
    await db.$transaction((tx) => record(tx, systemActor(team!), 'app.changed', { kind: 'app', id: 'x' }));
  }
  expect(await verifyChain(team!)).toMatchObject({ fault: null, uncovered: BigInt(length), upTo: BigInt(length + 3) });
  await run(set('mac = NULL', length + 2));
  expect((await verifyChain(team!)).fault).toEqual({ sequence: BigInt(length + 2), reason: 'edited' });
  await run(`DELETE FROM "AuditEvent" WHERE ${at(3)}`);
  expect((await verifyChain(team!)).fault).toEqual({ sequence: 3n, reason: 'missing' });
});

test('whoever begins an audit anew is on record in every team, and begins none that has its key', async () => {
  await run(restore);
  await loseKey();
  await run(`UPDATE "AuditEvent" SET mac = NULL; UPDATE "AuditEnd" SET head = NULL`);
  expect(await beginAudit()).toBe(2);
  expect(await verifyChain(other!)).toMatchObject({ fault: null, uncovered: BigInt(length), upTo: BigInt(length + 1) });
  const [last] = await db.auditEvent.findMany({ where: { teamId: other }, orderBy: { sequence: 'desc' }, take: 1 });
  expect(last).toMatchObject({ action: 'team.audit_begun', actorName: 'Command line' });
  expect(await beginAudit()).toBe(0);
});

const loseKey = () => db.dataKey.deleteMany({ where: { purpose: 'audit' } });

/** By a connection of its own, past the product: one message however many statements. */
async function run(sql: string): Promise<void> {
  await owner.query(sql);
}
