import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import type { Role } from '@/contract/permissions';
import { router } from '@/server/api';
import { db } from '@/test/database';
import { createAppRow, createPerson, createTeam, testSecret } from '@/test/factories';

test.each([
  ['owner', true],
  ['admin', true],
  ['operator', false],
  ['auditor', false],
] as const)('%s: reads apps, and changes them: %s', async (role: Role, writes) => {
  const team = await createTeam();
  const actor = await createPerson(team, role);
  const { id } = await createAppRow(team);
  const { apps } = createRouterClient(router, { context: { headers: new Headers(), actor } });

  const read = [await apps.list({}), await apps.get({ id })];
  expect(JSON.stringify(read)).not.toMatch(/sealed/i);
  const changes = [
    () => apps.create({ name: 'New', secret: testSecret }),
    () => apps.update({ id, name: 'Changed', secret: testSecret }),
    () => apps.remove({ id }),
  ];
  for (const change of changes) {
    if (writes) expect(JSON.stringify((await change()) ?? null)).not.toContain(testSecret);
    else await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect(await db.app.count({ where: { teamId: team.id } })).toBe(1);
});
