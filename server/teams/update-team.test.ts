import { call } from '@orpc/server';
import { expect, test } from 'vitest';
import { router } from '@/server/api';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { updateTeam } from './update-team';

test('an admin changes the settings, and the audit says from what to what', async () => {
  const team = await createTeam();
  const admin = await createPerson(team, 'admin');
  expect(await updateTeam(admin, { checkIntervalMinutes: 60 })).toMatchObject({
    checkIntervalMinutes: 60,
    budgetPercent: 50,
  });
  expect(await updateTeam(admin, { checkIntervalMinutes: 60 })).toMatchObject({ checkIntervalMinutes: 60 });
  const told = await db.auditEvent.findMany({ where: { teamId: team.id, action: 'team.changed' } });
  expect(told.map(({ data }) => data)).toEqual([{ checkIntervalMinutes: 60, formerCheckIntervalMinutes: 360 }]);
});

test('a shorter interval brings the checks forward into it; those of another team stay', async () => {
  const team = await createTeam();
  const other = await createTeam();
  const later = new Date(Date.now() + 6 * 3_600_000);
  for (const one of [team, other]) {
    const { id } = await createConnectionRow(one, await createAppRow(one));
    await db.connection.update({ where: { id }, data: { nextCheckAt: later } });
  }
  await updateTeam(await createPerson(team, 'owner'), { checkIntervalMinutes: 15 });
  const next = async (one: { id: string }) =>
    (await db.connection.findFirstOrThrow({ where: { teamId: one.id } })).nextCheckAt!;
  expect((await next(team)).getTime()).toBeLessThanOrEqual(Date.now() + 15 * 60_000);
  expect(await next(other)).toEqual(later);
});

test('an owner, and nobody below, says who needs a second factor', async () => {
  const team = await createTeam();
  const [owner, admin] = [await createPerson(team, 'owner'), await createPerson(team, 'admin')];
  for (const totpNeededBy of ['everybody', 'owners', 'nobody'] as const) {
    await expect(updateTeam(admin, { totpNeededBy })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await updateTeam(owner, { totpNeededBy })).toMatchObject({ totpNeededBy, budgetPercent: 50 });
  }
  const told = await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { sequence: 'asc' } });
  expect(told.map(({ data }) => data)).toEqual([
    { totpNeededBy: 'everybody', formerTotpNeededBy: 'nobody' },
    { totpNeededBy: 'owners', formerTotpNeededBy: 'everybody' },
    { totpNeededBy: 'nobody', formerTotpNeededBy: 'owners' },
  ]);
});

test.each(['operator', 'auditor'] as const)('%s may read the settings, not change them', async (role) => {
  const team = await createTeam();
  const actor = await createPerson(team, role);
  const context = { headers: new Headers(), actor };
  expect(await call(router.teams.get, undefined, { context })).toMatchObject({ id: team.id, budgetPercent: 50 });
  await expect(call(router.teams.update, { budgetPercent: 10 }, { context })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test.each([{ budgetPercent: 81 }, { budgetPercent: 0 }, { checkIntervalMinutes: 4 }, { checkIntervalMinutes: 1.5 }])(
  '%o is refused',
  async (changes) => {
    const team = await createTeam();
    const context = { headers: new Headers(), actor: await createPerson(team, 'owner') };
    await expect(call(router.teams.update, changes, { context })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  },
);
