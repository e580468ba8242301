import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { coverageColumns } from '@/contract/advertiser-words';
import { coverageFilter, type CoverageRow } from '@/contract/coverage';
import type { Person } from '@/server/auth/actor';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam, type TestTeam } from '@/test/factories';
import { createList } from './create-list';
import { exportRows } from './export-rows';
import { listLists } from './list-lists';
import { listRows } from './list-rows';
import { removeList } from './remove-list';
import { reportCoverage } from './report-coverage';
import { updateList } from './update-list';

const idAt = (at: number) => String(7_010_666_682_221_854_700n + BigInt(at));
const reach = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => idAt(from + at));
/** 0–3 twice, 4–8 once, 9–11 by a broken one only, 12–19 not at all. */
const expectedCsv = `advertiser_id,name\n${reach(0, 20)
  .map((id, at) => `${id},Client ${at % 10}`)
  .join('\n')}`;
const counts = { covered: 4, once: 5, broken_only: 3, uncovered: 8 };

let team: TestTeam;
let owner: Person;
let id: string;

beforeAll(async () => {
  team = await createTeam();
  owner = await createPerson(team, 'operator');
  const app = await createAppRow(team);
  await createConnectionRow(team, app, { advertiserIds: reach(0, 9) });
  await createConnectionRow(team, app, { advertiserIds: reach(0, 4), state: 'degraded' });
  await createConnectionRow(team, app, { advertiserIds: reach(9, 12), state: 'auth_broken' });
  ({ id } = await createList(owner, { name: 'Q4 予算', csv: expectedCsv, skipUnread: false }));
});

const rowsOf = async (filter: Record<string, string> = {}, actor = owner) =>
  listRows(actor, coverageFilter.parse({ id, ...filter }));

test('says how much is covered, once, by a broken token only, and not at all', async () => {
  expect(await reportCoverage(owner, { id })).toMatchObject({ name: 'Q4 予算', entryCount: 20, counts });
  for (const [coverage, count] of Object.entries(counts)) {
    const page = await rowsOf({ coverage });
    expect(page.total).toBe(count);
    expect(page.rows.every((row) => row.coverage === coverage)).toBe(true);
  }
  expect((await rowsOf({ coverage: 'covered,once' })).total).toBe(9);
  expect((await rowsOf({ q: 'client 3' })).total).toBe(2);
  expect((await rowsOf({ q: 'Ｃｌｉｅｎｔ ３' })).total).toBe(2);
  expect((await rowsOf({ q: idAt(3) })).rows).toMatchObject([
    { advertiserId: idAt(3), label: 'Client 3', name: `Advertiser ${idAt(3)}`, connectionCount: 2, liveCount: 2 },
  ]);
});

test('follows what happens: a token that breaks uncovers at once', async () => {
  const lost = await createTeam();
  const person = await createPerson(lost);
  const held = await createConnectionRow(lost, await createAppRow(lost), { advertiserIds: reach(0, 3) });
  const made = await createList(person, { name: 'One', csv: reach(0, 4).join('\n'), skipUnread: false });
  expect(made.counts).toEqual({ covered: 0, once: 3, broken_only: 0, uncovered: 1 });
  await db.connection.update({ where: { id: held.id }, data: { state: 'auth_broken' } });
  expect((await reportCoverage(person, { id: made.id })).counts).toMatchObject({ once: 0, broken_only: 3 });
});

test.each(coverageColumns.flatMap((sort) => [sort, `-${sort}`]))(
  'by %s, the pages are together the list',
  async (sort) => {
    const whole = (await rowsOf({ sort, limit: '200' })).rows;
    const paged: CoverageRow[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof rowsOf>> = await rowsOf({ sort, limit: '3', ...(cursor && { cursor }) });
      paged.push(...page.rows);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(20);
    if (sort === 'coverage') expect(whole[0]?.coverage).toBe('uncovered');
  },
);

test('a file with lines that cannot be read is refused whole, or kept without them when that is said', async () => {
  const csv = `${expectedCsv}\n7.01E+18,Rounded\nnobody,`;
  const refused = createList(owner, { name: 'Bad', csv, skipUnread: false });
  await expect(refused).rejects.toMatchObject({
    code: 'invalid_input',
    data: {
      reason: 'unread_lines',
      entries: 20,
      unread: 2,
      lines: [
        { line: 22, problem: 'rounded_id' },
        { line: 23, problem: 'not_an_id' },
      ],
    },
  });
  expect(await db.coverageList.count({ where: { teamId: team.id, name: 'Bad' } })).toBe(0);
  const kept = await createList(owner, { name: 'Bad', csv, skipUnread: true });
  expect(kept.entryCount).toBe(20);
  await expect(createList(owner, { name: 'None', csv: 'x,y', skipUnread: true })).rejects.toMatchObject({
    code: 'invalid_input',
  });
  await removeList(owner, { id: kept.id });
});

test('is renamed, replaced and removed, each on record; a refused replacement changes nothing', async () => {
  const made = await createList(owner, { name: 'Before', csv: expectedCsv, skipUnread: false });
  expect(await updateList(owner, { id: made.id, name: 'After', skipUnread: false })).toMatchObject({ name: 'After' });
  await expect(updateList(owner, { id: made.id, csv: 'x', skipUnread: false })).rejects.toMatchObject({
    code: 'invalid_input',
  });
  expect((await reportCoverage(owner, { id: made.id })).entryCount).toBe(20);
  const replaced = await updateList(owner, { id: made.id, csv: reach(0, 2).join('\n'), skipUnread: false });
  expect(replaced).toMatchObject({ entryCount: 2, counts: { covered: 2, uncovered: 0 } });
  const { rows, total } = await listLists(owner, { limit: 1 });
  expect([rows[0]?.name, total]).toEqual(['After', 2]);
  await removeList(owner, { id: made.id });
  await expect(reportCoverage(owner, { id: made.id })).rejects.toMatchObject({ code: 'not_found' });
  const events = await db.auditEvent.findMany({ where: { objectId: made.id }, orderBy: { sequence: 'asc' } });
  expect(events.map(({ action }) => action)).toEqual([
    'coverage.created',
    'coverage.changed',
    'coverage.changed',
    'coverage.removed',
  ]);
});

test('its file has the rows that the page counts', async () => {
  const { headers, body } = await exportRows(owner, { id, sort: 'id', coverage: ['uncovered'] });
  const rows = parse(await new Response(body).text(), { bom: true, columns: true }) as Record<string, string>[];
  expect([headers['x-row-count'], rows.length]).toEqual(['8', 8]);
  expect(rows[0]).toMatchObject({
    advertiser_id: idAt(12),
    label: 'Client 2',
    coverage: 'uncovered',
    connections: '0',
  });
});

test('another team’s list is as missing as none', async () => {
  const stranger = await createPerson(await createTeam());
  const missing = { code: 'not_found', message: 'There is no such list in this team.' };
  await expect(reportCoverage(stranger, { id })).rejects.toMatchObject(missing);
  await expect(rowsOf({}, stranger)).rejects.toMatchObject(missing);
  await expect(exportRows(stranger, { id, sort: 'id' })).rejects.toMatchObject(missing);
  await expect(updateList(stranger, { id, name: 'Mine', skipUnread: false })).rejects.toMatchObject(missing);
  await expect(removeList(stranger, { id })).rejects.toMatchObject(missing);
  expect((await listLists(stranger, { limit: 5 })).total).toBe(0);
});

test('ten thousand expected advertisers are kept and answered within a second each', async () => {
  const csv = reach(0, 10_000).join('\n');
  const began = performance.now();
  const made = await createList(owner, { name: 'Many', csv, skipUnread: false });
  const kept = performance.now();
  expect(made.counts).toMatchObject({ covered: 4, uncovered: 9_988 });
  const page = await listRows(owner, coverageFilter.parse({ id: made.id, coverage: 'uncovered', q: '7010' }));
  expect(page.total).toBe(9_988);
  expect(performance.now() - kept).toBeLessThan(1_000);
  expect(kept - began).toBeLessThan(10_000);
});
