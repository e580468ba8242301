import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectionState, type ConnectionState } from '@/contract/connection-filter';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createTeam } from '@/test/factories';

const advertisers = ['7010666682221854001', '7010666682221854002', '7010666682221854003'];

/** What the triggers must come to, counted the slow way. */
async function recounted(teamId: string) {
  const grants = await db.grant.findMany({ where: { teamId }, include: { connection: true } });
  return advertisers.map((advertiserId) => {
    const all = grants.filter((grant) => grant.advertiserId === advertiserId).map(({ connection }) => connection);
    const live = all.filter(
      ({ state, archivedAt }) => !archivedAt && !['auth_broken', 'app_problem', 'revoked'].includes(state),
    );
    const known = new Set(live.map(({ tiktokUserId }) => tiktokUserId).filter(Boolean)).size;
    const personCount = live.length > 0 ? Math.max(1, known) : 0;
    const reach = all.length === 0 ? 'none' : (['broken_only', 'one_token'][live.length] ?? manyOf(personCount));
    return { advertiserId, connectionCount: all.length, liveCount: live.length, personCount, reach };
  });
}
const manyOf = (persons: number) => (persons === 1 ? 'one_person' : 'several');

const kept = (teamId: string) =>
  db.advertiserReach.findMany({ where: { teamId }, omit: { teamId: true }, orderBy: { advertiserId: 'asc' } });

type Act = { connection: number; advertisers: number[] } & (
  | { kind: 'grant' | 'lose' | 'remove' }
  | { kind: 'state'; state: ConnectionState }
  | { kind: 'archive'; archived: boolean }
  | { kind: 'user'; user: string | null }
);

const connection = fc.nat({ max: 3 });
const some = fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('grant', 'grant', 'lose' as const), connection, advertisers: some }),
  fc.record({ kind: fc.constant('remove' as const), connection, advertisers: some }),
  fc.record({
    kind: fc.constant('state' as const),
    connection,
    advertisers: some,
    state: fc.constantFrom(...connectionState.options),
  }),
  fc.record({ kind: fc.constant('archive' as const), connection, advertisers: some, archived: fc.boolean() }),
  fc.record({
    kind: fc.constant('user' as const),
    connection,
    advertisers: some,
    user: fc.constantFrom(null, 'hanako', 'mia'),
  }),
);

/** As any program might write it: nobody but the database keeps the counts. */
async function perform(teamId: string, ids: string[], act: Act): Promise<void> {
  const connectionId = ids[act.connection]!;
  const chosen = act.advertisers.map((at) => advertisers[at]!);
  const one = { id: connectionId };
  if (act.kind === 'grant') {
    const data = chosen.map((advertiserId) => ({ teamId, connectionId, advertiserId }));
    await db.grant.createMany({ data, skipDuplicates: true });
  }
  if (act.kind === 'lose') await db.grant.deleteMany({ where: { connectionId, advertiserId: { in: chosen } } });
  if (act.kind === 'state') await db.connection.updateMany({ where: one, data: { state: act.state } });
  if (act.kind === 'archive') {
    await db.connection.updateMany({ where: one, data: { archivedAt: act.archived ? new Date() : null } });
  }
  if (act.kind === 'user') await db.connection.updateMany({ where: one, data: { tiktokUserId: act.user } });
  // The last of them may go for good; the others are wanted for what follows.
  if (act.kind === 'remove' && act.connection === 3) await db.connection.deleteMany({ where: one });
}

test('how an advertiser is reached is always what a recount says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      const team = await createTeam();
      const app = await createAppRow(team);
      await db.advertiser.createMany({ data: advertisers.map((advertiserId) => ({ teamId: team.id, advertiserId })) });
      const ids: string[] = [];
      for (let at = 0; at < 4; at++) ids.push((await createConnectionRow(team, app)).id);
      for (const each of acts) {
        if (each.kind === 'grant' && !(await db.connection.count({ where: { id: ids[each.connection]! } }))) continue;
        await perform(team.id, ids, each);
        expect(await kept(team.id)).toEqual(await recounted(team.id));
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('one statement over many connections counts each advertiser once, and a team goes with its counts', async () => {
  const team = await createTeam();
  const app = await createAppRow(team);
  const holders = ['hanako', 'hanako', 'mia'].map((tiktokUserId) => ({ advertiserIds: advertisers, tiktokUserId }));
  for (const holder of holders) await createConnectionRow(team, app, holder);
  expect(await kept(team.id)).toMatchObject([{ reach: 'several', liveCount: 3, personCount: 2 }, {}, {}]);
  await db.connection.updateMany({ where: { teamId: team.id, tiktokUserId: 'mia' }, data: { state: 'app_problem' } });
  expect(await kept(team.id)).toMatchObject([{ reach: 'one_person', connectionCount: 3, liveCount: 2 }, {}, {}]);
  await db.connection.updateMany({ where: { teamId: team.id }, data: { state: 'auth_broken' } });
  expect(await kept(team.id)).toMatchObject(advertisers.map(() => ({ reach: 'broken_only', personCount: 0 })));
  await db.advertiser.deleteMany({ where: { teamId: team.id, advertiserId: advertisers[0] } });
  expect(await kept(team.id)).toHaveLength(2);
  await db.$executeRaw`DELETE FROM "Team" WHERE id = ${team.id}::uuid`;
  expect(await kept(team.id)).toEqual([]);
});

test('advertisers that are made and granted in one statement are counted in it', async () => {
  const team = await createTeam();
  const app = await createAppRow(team);
  const { id } = await createConnectionRow(team, app, { advertiserIds: advertisers.slice(0, 1) });
  const broken = await createConnectionRow(team, app, { state: 'auth_broken' });
  const grant = (connectionId: string, ids: string[]) => db.$executeRaw`
    WITH met AS (
      INSERT INTO "Advertiser" ("teamId", "advertiserId")
      SELECT ${team.id}::uuid, unnest(${ids}::text[]) ON CONFLICT DO NOTHING
    )
    INSERT INTO "Grant" ("teamId", "connectionId", "advertiserId")
    SELECT ${team.id}::uuid, ${connectionId}::uuid, unnest(${ids}::text[]) ON CONFLICT DO NOTHING`;
  for (const [holder, ids] of [
    [broken.id, advertisers.slice(0, 2)],
    [id, advertisers],
  ] as const) {
    await grant(holder, [...ids]);
    expect(await kept(team.id)).toEqual((await recounted(team.id)).slice(0, ids.length));
  }
});

test('two changes at once are both counted, and neither locks the other up', async () => {
  const team = await createTeam();
  const app = await createAppRow(team);
  const many = Array.from({ length: 300 }, (_, at) => String(7_010_666_682_221_854_000n + BigInt(at)));
  const ids = [];
  for (const advertiserIds of [many, many.toReversed(), many]) {
    ids.push((await createConnectionRow(team, app, { advertiserIds })).id);
  }
  for (let round = 0; round < 6; round++) {
    const state = round % 2 ? ('healthy' as const) : ('auth_broken' as const);
    await Promise.all(ids.map((id) => db.connection.update({ where: { id }, data: { state } })));
    const counted = await db.advertiserReach.groupBy({ by: ['liveCount'], where: { teamId: team.id }, _count: true });
    expect(counted).toEqual([{ liveCount: round % 2 ? 3 : 0, _count: 300 }]);
  }
}, 60_000);
