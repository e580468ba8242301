import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { advertiserColumns, coveredReaches, reaches, type Reach } from '@/contract/advertiser-words';
import { advertiserFilter, type Advertiser } from '@/contract/advertisers';
import type { Actor } from '@/server/auth/actor';
import { findKey } from '@/server/auth/find-key';
import { db } from '@/test/database';
import { createApiKey, createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { countReach } from './count-reach';
import { listAdvertisers } from './list-advertisers';

type Filter = Record<string, string>;

const total = 150;
const idAt = (at: number) => String(7_010_666_682_221_854_700n + BigInt(at * 7));
let owner: Actor;
/** Told apart by an app: some advertisers are reached otherwise, or not at all, by what it may know. */
let limited: Actor;
/** What a connection or an app reaches, as far as each of them may know. */
let reachedBy: Map<Actor, Map<string, string[]>>;

const sorts = advertiserColumns.flatMap((sort) => [sort, `-${sort}`]);
const list = (actor: Actor, filter: Filter) => listAdvertisers(actor, advertiserFilter.parse(filter));

beforeAll(async () => {
  const team = await createTeam();
  const person = await createPerson(team);
  const apps = [await createAppRow(team), await createAppRow(team)];
  const { key, headers } = await createApiKey(person, { appIds: [apps[0]!.id] });
  [owner, limited] = [person, await findKey(headers, key, null)];
  await db.advertiser.createMany({
    data: Array.from({ length: total }, (_, at) => ({
      teamId: team.id,
      advertiserId: idAt(at),
      name: ['青山コスメ 公式', 'Northwind', `Ｎａｍｅ ${at % 9}`, null][at % 4] ?? null,
      status: ['STATUS_ENABLE', 'STATUS_LIMIT', null][at % 3] ?? null,
      country: ['JP', 'US', null][at % 5] ?? null,
      currency: ['JPY', 'USD'][at % 2] ?? null,
      company: at % 8 ? `Company ${at % 5}` : null,
      timezone: at % 6 ? 'Asia/Tokyo' : null,
      firstSeenAt: new Date(Date.UTC(2026, 0, 1 + (at % 7))),
    })),
  });
  reachedBy = new Map([owner, limited].map((actor) => [actor, new Map<string, string[]>()]));
  for (let at = 0; at < 8; at++) {
    const advertiserIds = Array.from({ length: 12 }, (_, n) => idAt((at * 5 + n) % 50));
    const { id } = await createConnectionRow(team, apps[at % 2]!, {
      advertiserIds,
      tiktokUserId: ['hanako', 'mia'][at % 3],
      state: (['healthy', 'auth_broken', 'paused'] as const)[at % 3],
    });
    for (const actor of at % 2 ? [owner] : [owner, limited]) {
      const known = reachedBy.get(actor)!;
      for (const name of [`connectionId ${id}`, `appId ${apps[at % 2]!.id}`])
        known.set(name, [...(known.get(name) ?? []), ...advertiserIds]);
    }
  }
});

/** What a filter means, said once more and without a database. */
function matches(actor: Actor, row: Advertiser, filter: Filter): boolean {
  const among = (name: string, value: string | null) => !filter[name] || filter[name].split(',').includes(value ?? '');
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  const { q, reach, connectionId, appId } = filter;
  const known = reachedBy.get(actor)!;
  const named = reach?.split(',').flatMap((each) => (each === 'covered' ? coveredReaches : [each as Reach]));
  return (
    (!q || plain(row.name ?? '').includes(plain(q)) || (/^\d{4,}$/.test(q) && row.advertiserId.startsWith(q))) &&
    among('status', row.status) &&
    among('country', row.country) &&
    among('currency', row.currency) &&
    (!named || named.includes(row.reach)) &&
    (!connectionId || !!known.get(`connectionId ${connectionId}`)?.includes(row.advertiserId)) &&
    (!appId || !!known.get(`appId ${appId}`)?.includes(row.advertiserId))
  );
}

const some = <T extends string>(values: readonly T[]) =>
  fc.subarray([...values], { minLength: 1 }).map((chosen) => chosen.join(','));

const named = (what: string) =>
  [...reachedBy.get(owner)!.keys()].filter((name) => name.startsWith(what)).map((name) => name.split(' ')[1]!);

const anyFilter = (): fc.Arbitrary<Filter> =>
  fc
    .record(
      {
        q: fc.constantFrom('NORTH', 'ｎａｍｅ', '青山', '公', 'e 3', 'n', '_', '70106', idAt(9), '701066668222185470'),
        status: some(['STATUS_ENABLE', 'STATUS_LIMIT']),
        country: some(['JP', 'US']),
        currency: some(['JPY', 'USD']),
        reach: some(['covered', ...reaches]),
        connectionId: fc.constantFrom(...named('connectionId')),
        appId: fc.constantFrom(...named('appId')),
      },
      { requiredKeys: [] },
    )
    .map((filter) => Object.fromEntries(Object.entries(filter)));

test('any filter in any order shows and counts what it means, also within the limits of a key', async () => {
  const wholes = new Map<string, Advertiser[]>();
  for (const [actor, who] of [
    [owner, 'owner'],
    [limited, 'limited'],
  ] as const) {
    for (const sort of sorts) wholes.set(`${who} ${sort}`, (await list(actor, { sort, limit: '200' })).rows);
  }
  expect(wholes.get('owner name')).toHaveLength(total);
  expect(wholes.get('limited name')!.length).toBeLessThan(50);
  await fc.assert(
    fc.asyncProperty(anyFilter(), fc.constantFrom(...sorts), fc.boolean(), async (filter, sort, within) => {
      const actor = within ? limited : owner;
      const whole = wholes.get(`${within ? 'limited' : 'owner'} ${sort}`)!;
      const expected = whole.filter((row) => matches(actor, row, filter));
      const page = await list(actor, { ...filter, sort, limit: '200' });
      expect(page.rows).toEqual(expected);
      expect(page.total).toBe(expected.length);
      // Of many that match, the first few are looked for along the order: those, and the few before or after them.
      const first = await list(actor, { ...filter, sort, limit: '2' });
      const second = first.nextCursor && (await list(actor, { ...filter, sort, limit: '2', cursor: first.nextCursor }));
      const few = second ? [...first.rows, ...second.rows] : first.rows;
      expect(few).toEqual(expected.slice(0, 4));
      if (second)
        expect((await list(actor, { ...filter, sort, limit: '2', cursor: second.previousCursor! })).rows).toEqual(
          first.rows,
        );
      const { sort: _, cursor: __, limit: ___, skip: ____, reach: _____, ...match } = advertiserFilter.parse(filter);
      const counts = await countReach(actor, match);
      const { reach: ______, ...rest } = filter;
      for (const reach of reaches) {
        const those = whole.filter((row) => row.reach === reach && matches(actor, row, rest));
        expect([reach, counts[reach]]).toEqual([reach, those.length]);
      }
    }),
    { numRuns: 80 },
  );
}, 60_000);
