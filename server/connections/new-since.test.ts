import { beforeAll, expect, test } from 'vitest';
import { authorization } from '@/contract/authorizations';
import { grantFilter } from '@/contract/grants';
import type { Person } from '@/server/auth/actor';
import { getAuthorization } from '@/server/authorizations/find-authorization';
import { confirmAuthorization } from '@/server/authorizations/confirm-authorization';
import { listAdvertisers } from './list-advertisers';
import { addUser } from '@/simulator/control/world';
import { connect } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';

const tiktok = useTikTok();
const [known, other, pushed, late] = [1n, 2n, 3n, 4n].map((n) => String(7_010_666_682_221_854_720n + n)) as [
  string,
  string,
  string,
  string,
];

beforeAll(() => {
  for (const key of ['hanako', 'kenji'])
    addUser(tiktok.current.world, { key, advertisers: [known, other, pushed, late].map((id) => ({ id })) });
});

/** A team that knows two advertisers, by one connection. */
async function stage() {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const app = await createKnownApp(team);
  const authorize = async (as: string, advertiserIds: string[], connectionId?: string) => {
    const { id } = await connect(tiktok.current, operator, app, { as, advertiserIds, connectionId });
    return authorization.parse(await getAuthorization(operator, { id }));
  };
  const first = (await authorize('hanako', [known, other])).connectionId!;
  return { team, operator, authorize, first };
}

async function newOnes(actor: Person, id: string) {
  const { rows } = await listAdvertisers(actor, grantFilter.parse({ id, sort: 'id' }));
  const marked = rows.filter(({ newToTeam }) => newToTeam).map(({ advertiserId }) => advertiserId);
  const asked = await listAdvertisers(actor, grantFilter.parse({ id, newToTeam: 'true', sort: '-firstSeen' }));
  const rest = await listAdvertisers(actor, grantFilter.parse({ id, newToTeam: 'false' }));
  expect(asked.rows.map(({ advertiserId }) => advertiserId).toSorted()).toEqual(marked);
  expect([asked.total, asked.total + rest.total]).toEqual([marked.length, rows.length]);
  return marked;
}

test('an advertiser that the team never saw before is told from those it knew, with when it was first seen', async () => {
  const { team, operator, authorize, first } = await stage();
  const before = new Date();
  const { connectionId } = await authorize('kenji', [known, pushed]);
  expect(await newOnes(operator, connectionId!)).toEqual([pushed]);
  const { rows } = await listAdvertisers(operator, grantFilter.parse({ id: connectionId, sort: 'id' }));
  const seen = await db.advertiser.findMany({ where: { teamId: team.id }, orderBy: { advertiserId: 'asc' } });
  const firstSeenAt = (id: string) => seen.find(({ advertiserId }) => advertiserId === id)!.firstSeenAt.toISOString();
  expect(rows.map((row) => row.firstSeenAt)).toEqual([firstSeenAt(known), firstSeenAt(pushed)]);
  expect(new Date(rows[0]!.firstSeenAt).getTime()).toBeLessThan(before.getTime());

  const again = await authorize('kenji', [known, pushed], connectionId!);
  expect([again.outcome, await newOnes(operator, connectionId!)]).toEqual(['connected', []]);
  expect(await newOnes(operator, first)).toEqual([]);
});

test('nothing is new to a team that knew no advertiser, whatever another team knows', async () => {
  const { operator, first } = await stage();
  expect(await newOnes(operator, first)).toEqual([]);
  const { rows } = await listAdvertisers(operator, grantFilter.parse({ id: first }));
  expect(rows.map(({ firstSeenAt }) => new Date(firstSeenAt).getTime() > Date.now() - 60_000)).toEqual([true, true]);
});

test('what re-authorizing would bring that the team never saw is named first, and is still new once it is there', async () => {
  const { operator, authorize, first } = await stage();
  await authorize('hanako', [known, late]);
  const { id, status, comparison } = await authorize('hanako', [known, late, pushed], first);
  expect([status, comparison?.advertisers]).toMatchObject([
    'comparing',
    { gainedCount: 2, newCount: 1, gained: [{ advertiserId: pushed, newToTeam: true }, { newToTeam: false }] },
  ]);
  await confirmAuthorization(operator, { id, decision: 'replace', acceptLosses: true });
  expect(await newOnes(operator, first)).toEqual([pushed]);
});

test('after fourteen days nothing is new', async () => {
  const { team, operator, authorize } = await stage();
  const { connectionId } = await authorize('kenji', [pushed]);
  const back = async (days: number) => {
    await db.$executeRaw`UPDATE "Authorization" SET "codeAt" = "codeAt" - make_interval(days => ${days}::int) WHERE "teamId" = ${team.id}::uuid`;
    await db.$executeRaw`UPDATE "Advertiser" SET "firstSeenAt" = "firstSeenAt" - make_interval(days => ${days}::int) WHERE "teamId" = ${team.id}::uuid`;
  };
  await back(13);
  expect(await newOnes(operator, connectionId!)).toEqual([pushed]);
  await back(2);
  expect(await newOnes(operator, connectionId!)).toEqual([]);
});
