import { beforeAll, expect, test } from 'vitest';
import { advertiserColumns, grantColumns } from '@/contract/advertiser-words';
import { advertiserFilter } from '@/contract/advertisers';
import { connectionFilter, connectionSort } from '@/contract/connection-filter';
import { grantFilter } from '@/contract/grants';
import type { Person } from '@/server/auth/actor';
import { listAdvertisers } from '@/server/advertisers/list-advertisers';
import { listAdvertisers as listReached } from '@/server/connections/list-advertisers';
import { listConnections } from '@/server/connections/list-connections';
import { Prisma } from '@/server/database/generated/client';
import { db } from '@/test/database';
import { fillLists } from '@/test/fill-lists';

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

const large = ['Connection', 'Grant', 'Advertiser', 'AuditEvent', 'ConnectionTag'];
let owner: Person;
let filters: Record<string, string>[];

beforeAll(async () => {
  const filled = await fillLists(6_000);
  owner = filled.owner;
  const { id: tag } = await db.tag.findFirstOrThrow({ where: { teamId: owner.teamId } });
  filters = [
    {},
    { state: 'app_problem,auth_broken' },
    { appId: filled.appId },
    { ownerId: `none,${owner.id}` },
    { tag },
    { q: '珈琲' },
    { q: 'northwind 8' },
    { q: '70100000079' },
    { q: 'x' },
    { advertiserId: '7010000000000007919' },
    { scope: '89', state: 'healthy' },
    { scope: '20' },
    { problem: 'token_rejected' },
    { checkFailing: 'true' },
    { authorizedAfter: '2026-01-01T00:00:00Z', archived: 'true' },
    { checkedBefore: '2026-01-01T00:00:00Z' },
    { authorizedAfter: '2026-01-01T00:00:00Z' },
    { authorizedAfter: '2026-01-01T00:00:00Z', authorizedBefore: '2026-11-01T00:00:00Z' },
    { ownerId: 'none' },
  ];
}, 240_000);

/** Every statement that `act` sends, as the database would go about it. */
async function plansOf(act: () => Promise<unknown>): Promise<Plan[]> {
  const asked: Prisma.Sql[] = [];
  const ask = db.$queryRaw;
  db.$queryRaw = ((strings: TemplateStringsArray, ...values: unknown[]) => {
    asked.push(Prisma.sql(strings, ...values));
    return ask(strings, ...values);
  }) as typeof db.$queryRaw;
  await act().finally(() => (db.$queryRaw = ask));
  expect(asked.length).toBeGreaterThan(0);
  const plans = await Promise.all(
    asked.map((sql) => db.$queryRaw<{ 'QUERY PLAN': { Plan: Plan }[] }[]>`EXPLAIN (FORMAT JSON) ${sql}`),
  );
  return plans.map(([row]) => row!['QUERY PLAN'][0]!.Plan);
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
const readWhole = (plan: Plan) =>
  nodesOf(plan).filter((node) => node['Node Type'].includes('Seq Scan') && large.includes(node['Relation Name'] ?? ''));

test.each(connectionSort.options.flatMap((sort) => [sort, `-${sort}`]))(
  'connections by %s: no table is read from end to end, whatever the filter',
  async (sort) => {
    const whole: unknown[] = [];
    for (const filter of filters) {
      const plans = await plansOf(() => listConnections(owner, connectionFilter.parse({ ...filter, sort })));
      whole.push(...plans.flatMap(readWhole).map((node) => [filter, node]));
    }
    expect(whole).toEqual([]);
  },
);

test('a jump into the unfiltered list counts off entries of an index, not rows', async () => {
  await db.$executeRaw`VACUUM "Connection"`;
  for (const sort of connectionSort.options) {
    const plans = await plansOf(() => listConnections(owner, connectionFilter.parse({ sort, skip: '3000' })));
    const nodes = plans.flatMap(nodesOf).filter((node) => node['Relation Name'] === 'Connection');
    const kinds = nodes.map((node) => node['Node Type']);
    expect([sort, kinds]).toEqual([sort, expect.arrayContaining(['Index Only Scan'])]);
  }
});

test('what is searched among the advertisers is looked up by index, in any order', async () => {
  for (const sort of advertiserColumns.flatMap((each) => [each, `-${each}`])) {
    for (const q of ['珈琲', '広告 7', '70100000079', 'x', 'nowhere']) {
      const plans = await plansOf(() => listAdvertisers(owner, advertiserFilter.parse({ q, sort, limit: '20' })));
      expect([sort, q, plans.flatMap(readWhole)]).toEqual([sort, q, []]);
    }
  }
});

test('the advertisers of a connection are read by index too', async () => {
  const { id } = await db.connection.findFirstOrThrow({ where: { teamId: owner.teamId } });
  const { advertiserId } = await db.advertiser.findFirstOrThrow({ where: { teamId: owner.teamId } });
  const known = { teamId_advertiserId: { teamId: owner.teamId, advertiserId } };
  await db.advertiser.update({ where: known, data: { firstSeenAt: new Date('2026-01-01') } });
  for (const sort of grantColumns) {
    for (const asked of [{}, { q: '珈琲' }, { q: '7010000' }, { newToTeam: 'true' }, { newToTeam: 'false' }]) {
      const plans = await plansOf(() => listReached(owner, grantFilter.parse({ id, sort, ...asked })));
      expect([sort, asked, plans.flatMap(readWhole)]).toEqual([sort, asked, []]);
    }
  }
});
