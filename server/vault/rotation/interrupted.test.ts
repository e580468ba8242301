import { expect, test } from 'vitest';
import { rotateUnderKills } from '@/scripts/chaos/rotate';
import { ownDatabase } from '@/test/own-database';

await ownDatabase();
const { createAppRow, createConnectionRow, createTeam } = await import('@/test/factories');

test('killed again and again while tokens are read and replaced: each opens at any moment, and none is left behind', async () => {
  const team = await createTeam();
  const app = await createAppRow(team);
  for (let n = 0; n < 1_200; n++) await createConnectionRow(team, app);
  const verdict = await rotateUnderKills({ kills: 3, seed: 7 });
  expect(verdict).toMatchObject({ kills: 3, rows: 1_200, failedReads: 0, unreadable: 0, keysInUse: 1 });
  expect(Math.min(verdict.reads, verdict.writes)).toBeGreaterThan(100);
}, 240_000);
