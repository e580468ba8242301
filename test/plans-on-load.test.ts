import { beforeAll, describe, expect, test } from 'vitest';
import { fill } from '@/scripts/load/fill';
import { sizes } from '@/scripts/load/size';
import { referenceTeams } from '@/scripts/load/team';
import { answer } from '@/server/answer';
import { disconnect } from '@/server/database/client';
import { openedPool } from '@/server/database/connection';
import { env } from '@/server/env';
import { asked, everyList } from '@/test/every-list';
import { ownDatabase } from '@/test/own-database';
import { explainAll, stepsOf, watchPlans, type Ran } from '@/test/watch-plans';

/**
 * Every list under the reference load L, as PostgreSQL really went about every statement behind it. What a page is made
 * of is looked up by index. A count may read a table whole only where it counts most of it.
 */
describe.runIf(process.env.TEST_DATABASE_URL)('under the reference load', async () => {
  const url = process.env.TEST_DATABASE_URL ? await ownDatabase() : '';
  const { db } = await import('@/test/database');
  const { createPerson, headersOf } = await import('@/test/factories');
  const { createList } = await import('@/server/coverage/create-list');
  let large: Set<string>;
  let known: Record<string, string>;
  let ask: (path: string) => Promise<number>;

  beforeAll(async () => {
    const { teamSlug } = await fill({ size: sizes.L });
    await explainAll(url);
    await disconnect();
    const [main] = [...referenceTeams(sizes.L)];
    const owner = await createPerson({ id: main!.id, slug: teamSlug, name: main!.name });
    const headers = await headersOf(owner);
    ask = async (path) => (await answer(new Request(new URL(`/api/v1${path}`, env().APP_URL), { headers }))).status;
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND reltuples > 5000`;
    large = new Set(tables.map(({ name }) => name));
    const where = { teamId: main!.id };
    // Two fifths of all advertisers, by one token.
    const widest = await db.connection.findFirstOrThrow({ where, orderBy: { advertiserCount: 'desc' } });
    const { advertiserId: advertiser } = await db.grant.findFirstOrThrow({ where });
    const { id: tag } = await db.tag.findFirstOrThrow({ where });
    const csv = main!.advertisers.flatMap(({ id }, n) => (n % 50 ? [] : [id])).join('\n');
    const { id: list } = await createList(owner, { name: 'One in fifty', csv, skipUnread: false });
    known = { connection: widest.id, app: widest.appId, owner: widest.ownerId ?? owner.id, tag, advertiser, list };
  }, 400_000);

  test('is large enough to tell', () => {
    expect([...large]).toEqual(expect.arrayContaining(['Connection', 'Grant', 'Advertiser', 'AuditEvent', 'Check']));
  });

  test.each(Object.entries(everyList))(
    '%s: no large table is read from end to end',
    async (_, list) => {
      const found: string[] = [];
      let seen = 0;
      for (const path of asked(list, known)) {
        const ran = await watchPlans(openedPool()!, async () => expect([path, await ask(path)]).toEqual([path, 200]));
        seen += ran.length;
        found.push(...ran.flatMap(readWhole).map((what) => `${path} reads all of ${what}`));
      }
      expect(seen).toBeGreaterThan(0);
      expect(found).toEqual([]);
    },
    240_000,
  );

  /** Of what was read whole, all but a count of most of it. */
  function readWhole({ Plan: top }: Ran): string[] {
    const steps = stepsOf(top);
    const isPage = steps.some((step) => step['Node Type'] === 'Limit');
    return steps
      .filter((step) => step['Node Type'].includes('Seq Scan') && large.has(step['Relation Name'] ?? ''))
      .filter((step) => isPage || (step['Rows Removed by Filter'] ?? 0) > step['Actual Rows'])
      .map((step) => `${step['Relation Name']} for ${step['Actual Rows']} of its rows`);
  }
});
