import { expect, test } from 'vitest';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createTeam } from '@/test/factories';
import { onlyNews } from './only-news';
import { saveGrantsInParts } from './save-grants-in-parts';
import { upsertAdvertisers } from './upsert-advertisers';

const named = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    advertiserId: String(7_020_000_000_000_000_001n + BigInt(at)),
    name: 'A',
  }));

async function reaching(count: number) {
  const team = await createTeam();
  const { id } = await createConnectionRow(team, await createAppRow(team));
  const holder = { teamId: team.id, connectionId: id };
  const ids = named(count).map(({ advertiserId }) => advertiserId);
  await upsertAdvertisers(db, team.id, named(count));
  await saveGrantsInParts(holder, ids, { mayGoOn: () => Promise.resolve(true) });
  /** Whether a check would write what it has seen. */
  return async (advertisers: ReturnType<typeof named>) =>
    (await onlyNews(holder, { user: null, advertisers })).news.advertisers !== null;
}

test.each([3, 2_000, 4_500])(
  'of %i advertisers, what is kept already is no news, and any of them may be',
  async (count) => {
    const isNews = await reaching(count);
    const seen = named(count);
    expect(await isNews(seen.toReversed())).toBe(false);
    expect(await isNews(seen.slice(1))).toBe(true);
    expect(await isNews(named(count + 1).slice(1))).toBe(true);
    for (const at of [0, count - 1]) expect(await isNews(seen.with(at, { ...seen[at]!, name: 'B' }))).toBe(true);
    expect(await isNews(seen.with(count - 1, { ...seen[count - 1]!, name: '' }))).toBe(false);
  },
  60_000,
);
