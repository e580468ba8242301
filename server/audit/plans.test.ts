import { beforeAll, expect, test } from 'vitest';
import type { AuditAction } from '@/contract/audit-words';
import type { Prisma } from '@/server/database/generated/client';
import { cutOf } from '@/server/database/keyset-cut';
import { newId } from '@/server/database/new-id';
import { db } from '@/test/database';
import { createAppRow, createTeam } from '@/test/factories';
import { countQuery } from './count-events';
import { eventOrder } from './event-order';
import type { EventMatch } from './event-where';
import { pageQuery } from './read-events';
import { fromTheFirst } from './rows-put-back';
import { secretsQuery } from './secrets-put-back';
import { tokensQuery } from './tokens-put-back';

const rows = 60_000;
const [rare, busy] = [newId(), newId()];
let teamId: string;

/** Two teams of 60,000 events: most by a few people on a few hundred things, some actions, results and objects rare. */
beforeAll(async () => {
  teamId = (await createTeam()).id;
  for (const team of [teamId, (await createTeam()).id]) {
    await db.$executeRaw`
      INSERT INTO "AuditEvent" ("teamId", sequence, at, "actorKind", "actorId", "actorName", ip, action, "objectKind",
        "objectId", "objectName", result, data)
      SELECT ${team}::uuid, s, now() - (${rows} - s) * interval '10 minutes', 'person',
        CASE WHEN s % 5000 = 0 THEN ${rare}::text ELSE 'person ' || s % 40 END, 'Person ' || s % 40, '192.0.2.' || s % 200,
        CASE WHEN s % 9001 = 0 THEN 'team.created' WHEN s % 3 = 0 THEN 'connection.checked' ELSE 'app.changed' END,
        CASE WHEN s % 3 = 0 THEN 'connection' WHEN s % 9001 = 0 THEN 'team' ELSE 'app' END,
        CASE WHEN s % 4 = 0 THEN ${busy}::text ELSE 'object ' || s % 700 END, 'Object ' || s % 700,
        CASE WHEN s % 500 = 0 THEN 'refused' ELSE 'done' END, '{}'
      FROM generate_series(1, ${rows}) s`;
    await db.auditEnd.update({ where: { teamId: team }, data: { sequence: rows } });
  }
  await db.$executeRaw`VACUUM ANALYZE "AuditEvent"`;
}, 120_000);

const filters: [string, EventMatch][] = [
  ['nothing', {}],
  ['an action', { action: ['team.created'] }],
  ['a prefix', { action: ['connection.'] }],
  ['rare and common actions', { action: ['team.', 'app.changed' satisfies AuditAction] }],
  ['somebody rare', { actorId: rare }],
  ['a kind of object', { objectKind: 'team' }],
  ['a busy object', { objectId: busy }],
  ['an object, by action', { objectId: busy, action: ['app.'] }],
  ['what was refused', { result: ['refused', 'failed'] }],
  ['an address', { ip: '192.0.2.7' }],
  ['a time', { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }],
  ['the beginning of a name', { q: 'object 12' }],
  ['an id', { q: rare }],
  ['somebody’s refusals by address', { actorId: rare, result: ['refused'], ip: '192.0.2.0' }],
];

async function scansOf(query: Prisma.Sql): Promise<string[]> {
  const [explained] = await db.$queryRaw<{ 'QUERY PLAN': object[] }[]>`EXPLAIN (FORMAT JSON) ${query}`;
  const scans: string[] = [];
  const walk = (node: unknown) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { 'Node Type': type, 'Relation Name': relation } = node as Record<string, unknown>;
    if (relation === 'AuditEvent') scans.push(String(type));
    Object.values(node).forEach(walk);
  };
  walk(explained?.['QUERY PLAN']);
  return scans;
}

test.each(filters)('asked for %s, a page and its count go by an index', async (_, filter) => {
  const middle = { way: 'after', value: new Date(Date.now() - 200 * 86_400_000).toISOString(), id: '30000' } as const;
  for (const sort of ['at', '-at'] as const) {
    for (const from of [null, middle]) {
      const cut = cutOf(eventOrder(sort), 'valued', from, { take: 51, skip: 0 });
      const scans = await scansOf(pageQuery({ teamId }, filter, cut));
      expect(scans.length).toBeGreaterThan(0);
      expect(scans).not.toContain('Seq Scan');
    }
  }
  for (const after of [undefined, BigInt(rows) - 3n]) {
    expect(await scansOf(countQuery({ teamId }, filter, { after, upTo: BigInt(rows) }))).not.toContain('Seq Scan');
  }
});

test('a page reads about as many rows as it shows, however far down and however rare', async () => {
  for (const [name, filter] of filters.filter(([name]) => /nothing|action|rare|kind|busy|refused|address/.test(name))) {
    for (const skip of [0, 5]) {
      const cut = cutOf(eventOrder('-at'), 'valued', null, { take: 51, skip });
      const [{ 'QUERY PLAN': plan }] = (await db.$queryRaw`
        EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) ${pageQuery({ teamId }, filter, cut)}`) as [
        { 'QUERY PLAN': unknown },
      ];
      expect([name, readRows(plan) < 4000]).toEqual([name, true]);
    }
  }
});

test('what it tells last of a token or a Secret is one look, however much it tells of its connection or app', async () => {
  const app = await createAppRow({ id: teamId });
  await db.$executeRaw`UPDATE "App" SET id = ${busy}::uuid WHERE id = ${app.id}::uuid`;
  await db.connection.create({
    data: { id: busy, teamId, appId: busy, name: 'Busy', state: 'healthy', tokenHash: new Uint8Array(32) },
  });
  for (const query of [tokensQuery(teamId, fromTheFirst), secretsQuery(teamId, fromTheFirst)]) {
    const [{ 'QUERY PLAN': plan }] = (await db.$queryRaw`EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) ${query}`) as [
      { 'QUERY PLAN': unknown },
    ];
    expect(readRows(plan)).toBeLessThan(10);
  }
});

/** Rows that scans of the table gave or threw away. */
function readRows(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, inner) => sum + readRows(inner), 0);
  if (typeof node !== 'object' || node === null) return 0;
  const plan = node as Record<string, unknown>;
  const here =
    plan['Relation Name'] === 'AuditEvent'
      ? (Number(plan['Actual Rows'] ?? 0) + Number(plan['Rows Removed by Filter'] ?? 0)) *
        Number(plan['Actual Loops'] ?? 1)
      : 0;
  return (
    here +
    Object.values(plan).reduce<number>((sum, inner) => sum + (typeof inner === 'object' ? readRows(inner) : 0), 0)
  );
}
