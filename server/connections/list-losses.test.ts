import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grantFilter } from '@/contract/grants';
import { statesWorstFirst } from '@/contract/connection-words';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { listAdvertisers } from './list-advertisers';
import { countLosses, listLosses } from './list-losses';

const advertisers = Array.from({ length: 5 }, (_, at) => `700000000000000000${at}`);
const connection = fc.record({
  state: fc.constantFrom(...statesWorstFirst),
  archived: fc.boolean(),
  advertiserIds: fc.subarray(advertisers, { minLength: 1 }),
});

test('what would be lost, what only this reaches, and how an advertiser is said to be reached are one thing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(connection, { minLength: 1, maxLength: 4 }), async (made) => {
      const team = await createTeam();
      const owner = await createPerson(team);
      const app = await createAppRow(team);
      for (const { state, archived, advertiserIds } of made) {
        const { id } = await createConnectionRow(team, app, { state, advertiserIds });
        if (archived) await db.connection.update({ where: { id }, data: { archivedAt: new Date() } });
      }
      const reach = new Map(
        (await db.advertiserReach.findMany({ where: { teamId: team.id } })).map((row) => [row.advertiserId, row]),
      );
      for (const { id, state, archivedAt } of await db.connection.findMany({ where: { teamId: team.id } })) {
        const live = ['healthy', 'degraded', 'unverifiable', 'paused'].includes(state) && archivedAt === null;
        const { rows } = await listAdvertisers(owner, grantFilter.parse({ id }));
        const lost = await listLosses(owner, { id, limit: 50 });
        const only = rows.filter(({ onlyThis }) => onlyThis);
        expect(lost.rows).toEqual(only);
        expect([lost.total, await countLosses(db, team.id, id)]).toEqual([only.length, only.length]);
        for (const { advertiserId, liveCount, onlyThis } of rows) {
          const told = reach.get(advertiserId)!;
          expect(liveCount).toBe(told.liveCount);
          expect(onlyThis).toBe(told.reach === (live ? 'one_token' : 'broken_only'));
        }
      }
    }),
    { numRuns: 25 },
  );
});
