import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { verifyChain } from '@/server/audit/verify-chain';
import { openToken } from '@/server/credentials/open-token';
import { db, disconnect } from '@/server/database/client';
import { isPassword } from '@/server/auth/password';
import { openVault } from '@/server/vault/open';
import { startSimulator } from '@/simulator/server';
import { embeddedDatabase } from '@/test/embedded-database';
import { freshDatabase } from '@/test/fresh-database';
import { fill } from './fill';
import { sizes } from './size';
import { referenceTeams } from './team';
import { tellSimulator } from './tell-simulator';

const server = process.env.TEST_DATABASE_URL;
const dataDir = mkdtempSync(join(tmpdir(), 'grantboard-load-'));
const { url, close } = server ? await freshDatabase(server) : await embeddedDatabase(dataDir);
process.env.DATABASE_URL = url;
await openVault();
const before = await definitions();
const filled = await fill({ size: sizes.S });
const [main] = [...referenceTeams(sizes.S)];
const team = { teamId: main!.id };
afterAll(async () => {
  await disconnect();
  await close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('holds exactly what the size says, in the main team alone, and something in every other', async () => {
  const listed = { ...team, archivedAt: null };
  expect(await db.connection.count({ where: listed })).toBe(200);
  expect(await db.advertiser.count({ where: team })).toBe(500);
  expect(await db.grant.count({ where: team })).toBe(1_200);
  expect(await db.app.count({ where: team })).toBe(20);
  expect(await db.user.count()).toBe(30);
  const counts = await db.connection.groupBy({ by: ['teamId'], _count: true });
  expect(counts.map(({ _count }) => _count).sort((a, b) => a - b)).toEqual([31, 31, 31, 31, 204]);
});

it('has every state, one connection that reaches a great many, and advertisers that hang on one token', async () => {
  const states = await db.connection.groupBy({ by: ['state'], where: team });
  expect(states).toHaveLength(7);
  const grants = await db.grant.groupBy({ by: ['advertiserId'], where: team, _count: true });
  expect(grants.filter(({ _count }) => _count === 1).length).toBeGreaterThan(50);
  const rows = await db.connection.findMany({
    where: team,
    select: { advertiserCount: true, _count: { select: { grants: true } } },
  });
  expect(Math.max(...rows.map((row) => row._count.grants))).toBe(200);
  expect(rows.filter((row) => row.advertiserCount !== row._count.grants)).toEqual([]);
});

it('leaves a revoked connection without a token and without a grant', async () => {
  const revoked = await db.connection.findMany({
    where: { state: 'revoked' },
    select: { tokenSealed: true, _count: { select: { grants: true } } },
  });
  expect(revoked.length).toBeGreaterThan(0);
  for (const { tokenSealed, _count } of revoked) expect([tokenSealed, _count.grants]).toEqual([null, 0]);
});

it('has an audit log without a gap, up to where the team stands', async () => {
  const end = await db.auditEnd.findUniqueOrThrow({ where: { teamId: main!.id } });
  const events = await db.auditEvent.aggregate({
    where: team,
    _count: true,
    _min: { sequence: true },
    _max: { sequence: true },
  });
  expect(events).toEqual({ _count: 5_000, _min: { sequence: 1n }, _max: { sequence: end.sequence } });
  expect(end.sequence).toBe(5_000n);
  for (const { id } of referenceTeams(sizes.S)) {
    expect(await verifyChain(id)).toMatchObject({ fault: null, done: true, uncovered: 0n });
  }
});

it('has ids that tell when, and logs with ids in the order of their times', async () => {
  const outOfOrder = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT at, lag(at) OVER (PARTITION BY "connectionId" ORDER BY id) AS prior FROM "Check"
      UNION ALL SELECT at, lag(at) OVER (PARTITION BY "connectionId" ORDER BY id) FROM "ConnectionEvent"
    ) log WHERE at < prior - interval '1 millisecond'`;
  expect(outOfOrder).toEqual([{ count: 0 }]);
  const future = await db.connection.count({
    where: { OR: [{ createdAt: { gt: new Date() } }, { stateSince: { gt: new Date() } }] },
  });
  expect(future).toBe(0);
});

it('leaves every index and foreign key as it found it', async () => {
  expect(await definitions()).toEqual(before);
});

it('lets its owner sign in', async () => {
  const user = await db.user.findUniqueOrThrow({ where: { email: filled.email }, select: { passwordHash: true } });
  expect(await isPassword(filled.password, user.passwordHash)).toBe(true);
});

it('is the same each time', () => {
  const [again] = [...referenceTeams(sizes.S)];
  expect(again).toEqual(main);
});

it('says so when it is there already', async () => {
  await expect(fill({ size: sizes.S, intoExisting: true })).rejects.toThrow('holds the reference load already');
});

it('has tokens that open, and that the stand-in TikTok knows, dead ones as dead', async () => {
  const tiktok = await startSimulator();
  try {
    await tellSimulator(tiktok.url, sizes.S);
    const rows = await db.connection.findMany({
      where: { ...team, tokenSealed: { not: null } },
      select: { id: true, teamId: true, state: true, tokenSealed: true, tokenHash: true },
    });
    for (const row of rows) {
      const token = tiktok.world.tokens.get(openToken({ ...row, tokenSealed: row.tokenSealed! }));
      if (row.state === 'auth_broken') expect(token?.alive).toBe(false);
      else expect(token, row.state).toBeDefined();
    }
    expect(rows.length).toBeGreaterThan(150);
  } finally {
    await tiktok.close();
  }
});

async function definitions(): Promise<unknown[]> {
  return db.$queryRaw`
    SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace ORDER BY 1`;
}
