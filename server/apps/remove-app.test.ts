import { beforeAll, expect, test } from 'vitest';
import type { Person } from '@/server/auth/actor';
import { newId } from '@/server/database/new-id';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam, type TestTeam } from '@/test/factories';
import { removeApp } from './remove-app';

let team: TestTeam;
let admin: Person;
beforeAll(async () => {
  team = await createTeam();
  admin = await createPerson(team, 'admin');
});

const exists = async (id: string) => (await db.app.count({ where: { id } })) === 1;

test('removes an app nobody is connected through, and says so', async () => {
  const { id, name, appId } = await createAppRow(team);
  await removeApp(admin, { id });
  expect(await exists(id)).toBe(false);
  const events = await db.auditEvent.findMany({ where: { teamId: team.id, objectId: id } });
  expect(events).toMatchObject([{ action: 'app.removed', objectName: name, data: { appId } }]);
});

test.each(['healthy', 'auth_broken', 'paused'] as const)(
  'refuses while a %s connection lives, with the way out',
  async (state) => {
    const app = await createAppRow(team);
    await createConnectionRow(team, app, { state });
    await expect(removeApp(admin, { id: app.id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/1 live connection.*Revoke/),
      data: { reason: 'app_has_connections', connections: 1 },
    });
    expect(await exists(app.id)).toBe(true);
  },
);

test('takes revoked connections and pending authorizations with it', async () => {
  const app = await createAppRow(team);
  const advertiserIds = ['7010666682221854001'];
  const connection = await createConnectionRow(team, app, { state: 'revoked', advertiserIds });
  await createAuthorization(app.id, 'connected', connection.id);
  await createAuthorization(app.id, 'pending');
  await removeApp(admin, { id: app.id });
  expect(await exists(app.id)).toBe(false);
  expect(await db.connection.count({ where: { id: connection.id } })).toBe(0);
});

test('refuses while a code is being exchanged: its token would have no home', async () => {
  const app = await createAppRow(team);
  await createAuthorization(app.id, 'claimed');
  await expect(removeApp(admin, { id: app.id })).rejects.toMatchObject({ data: { authorizations: 1 } });
});

test('does not find an app of another team', async () => {
  const { id } = await createAppRow(await createTeam());
  await expect(removeApp(admin, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await exists(id)).toBe(true);
});

function createAuthorization(
  appId: string,
  status: 'pending' | 'claimed' | 'connected',
  connectionId: string | null = null,
) {
  return db.authorization.create({
    data: {
      teamId: team.id,
      appId,
      connectionId,
      status,
      bound: true,
      redirectUrl: 'http://192.168.101.1/callback',
      stateHash: Buffer.from(newId()),
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
}
