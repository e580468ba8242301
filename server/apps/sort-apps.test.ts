import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { type App, appFilter, appSort, environment, rateTier, reviewStatus } from '@/contract/apps';
import { answer } from '@/server/answer';
import type { Person } from '@/server/auth/actor';
import { db } from '@/test/database';
import {
  createAppRow,
  createConnectionRow,
  createPerson,
  createTeam,
  headersOf,
  type TestTeam,
} from '@/test/factories';
import { listApps } from './list-apps';

let team: TestTeam;
let auditor: Person;
let all: App[];

beforeAll(async () => {
  team = await createTeam();
  auditor = await createPerson(team, 'auditor');
  for (let n = 0; n < 14; n++) {
    const app = await createAppRow(team, {
      name: ['alpha', 'Beta', '北海道', '=SUM(A1)'][n % 4]!,
      environment: environment.options[n % 2]!,
    });
    await db.app.update({
      where: { id: app.id },
      data: { tier: rateTier.options[n % 4]!, reviewStatus: reviewStatus.options[n % 5]! },
    });
    for (let c = 0; c < n % 3; c++) await createConnectionRow(team, app, c === 1 ? { state: 'revoked' } : {});
  }
  await createAppRow(await createTeam(), { name: 'alpha of others' });
  all = (await list({})).rows;
});

const list = (given: object) => listApps(auditor, appFilter.parse(given));
const ranks: Record<string, (app: App) => number | string> = {
  connections: ({ connectionCount }) => connectionCount,
  environment: (app) => environment.options.indexOf(app.environment),
  tier: ({ tier }) => rateTier.options.indexOf(tier),
  review: (app) => reviewStatus.options.indexOf(app.reviewStatus),
  created: ({ id }) => id,
};

test.each(appSort.options.flatMap((column) => [column, `-${column}`]))(
  'walks by %s, forth and back alike',
  async (sort) => {
    const forth: App[] = [];
    let page = await list({ sort, limit: 3 });
    for (;;) {
      expect(page.total).toBe(14);
      forth.push(...page.rows);
      if (!page.nextCursor) break;
      page = await list({ sort, limit: 3, cursor: page.nextCursor });
    }
    expect(new Set(forth.map(({ id }) => id)).size).toBe(14);
    const back = [...page.rows];
    while (page.previousCursor) {
      page = await list({ sort, limit: 3, cursor: page.previousCursor });
      back.unshift(...page.rows);
    }
    expect(back).toEqual(forth);
    expect((await list({ sort, skip: 5, limit: 3 })).rows).toEqual(forth.slice(5, 8));
    const rank = ranks[sort.replace('-', '')];
    if (!rank) return;
    const values = forth.map(rank);
    const ascending = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(values).toEqual(sort.startsWith('-') ? ascending.reverse() : ascending);
  },
);

test.each([
  [{ environment: 'sandbox' }, (app: App) => app.environment === 'sandbox'],
  [{ tier: 'basic,premium' }, (app: App) => ['basic', 'premium'].includes(app.tier)],
  [{ reviewStatus: 'rejected' }, (app: App) => app.reviewStatus === 'rejected'],
  [
    { q: 'ＡＬＰＨＡ', environment: 'production' },
    (app: App) => app.name === 'alpha' && app.environment === 'production',
  ],
])('narrows by %j', async (filter, matches) => {
  const expected = all.filter(matches).map(({ id }) => id);
  const { rows, total } = await list(filter);
  expect(rows.map(({ id }) => id)).toEqual(expected);
  expect([total, expected.length > 0]).toEqual([expected.length, true]);
});

test('counts live connections only', () => {
  expect(all.map(({ connectionCount }) => connectionCount).sort()).toEqual([...Array(5).fill(0), ...Array(9).fill(1)]);
});

test('writes all that match as CSV, and tells the audit so', async () => {
  const headers = await headersOf(auditor);
  const response = await answer(
    new Request('http://localhost:3000/api/v1/apps.csv?tier=basic&sort=-name', { headers }),
  );
  const rows = parse(await response.text(), { columns: true, bom: true }) as Record<string, string>[];
  const expected = (await list({ tier: 'basic', sort: '-name' })).rows;
  expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  expect(rows.map(({ app_id }) => app_id)).toEqual(expected.map(({ appId }) => appId));
  expect(response.headers.get('x-row-count')).toBe(String(expected.length));
  const event = await db.auditEvent.findFirstOrThrow({ where: { teamId: team.id }, orderBy: { sequence: 'desc' } });
  expect(event).toMatchObject({ action: 'apps.exported', data: { rows: expected.length, filter: 'tier=basic' } });
});
