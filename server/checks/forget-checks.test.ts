import { expect, test } from 'vitest';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createTeam } from '@/test/factories';
import { forgetChecks } from './forget-checks';

const dayMs = 86_400_000;
const now = new Date();
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);

test('checks are kept for ninety days, however many there are, and what they changed for ever', async () => {
  const team = await createTeam();
  const { id } = await createConnectionRow(team, await createAppRow(team));
  const check = { teamId: team.id, connectionId: id, trigger: 'sweep', state: 'healthy', durationMs: 5 } as const;
  await db.check.createMany({ data: Array.from({ length: 2_100 }, () => ({ ...check, at: daysAgo(91) })) });
  await db.check.createMany({ data: [89, 1, 0].map((days) => ({ ...check, at: daysAgo(days) })) });
  await db.connectionEvent.create({
    data: { teamId: team.id, connectionId: id, kind: 'state_changed', data: {}, at: daysAgo(400) },
  });
  expect(await forgetChecks(now)).toBeGreaterThanOrEqual(2_100);
  const left = await db.check.findMany({ where: { teamId: team.id }, orderBy: { at: 'asc' }, select: { at: true } });
  expect(left.map(({ at }) => at)).toEqual([daysAgo(89), daysAgo(1), daysAgo(0)]);
  expect(await db.connectionEvent.count({ where: { teamId: team.id } })).toBe(1);
});
