import { beforeAll, expect, test } from 'vitest';
import type { Person } from '@/server/auth/actor';
import { openApp } from '@/server/credentials/open-app';
import { secretDigest } from '@/server/vault/told-digest';
import { db } from '@/test/database';
import {
  createAppRow,
  createConnectionRow,
  createPerson,
  createTeam,
  testSecret,
  type TestTeam,
} from '@/test/factories';
import { getApp } from './get-app';
import { updateApp } from './update-app';

let team: TestTeam;
let admin: Person;
beforeAll(async () => {
  team = await createTeam();
  admin = await createPerson(team, 'admin');
});

const newSecret = '0123456789abcdef0123456789abcdef01234567';
const trail = (objectId: string) =>
  db.auditEvent.findMany({ where: { teamId: team.id, objectId }, orderBy: { sequence: 'asc' } });

test('changes what is given, keeps the rest, and records which fields', async () => {
  const { id, appId } = await createAppRow(team, { name: 'Before' });
  const app = await updateApp(admin, { id, name: 'After', tier: 'premium', environment: 'production' });
  expect(app).toMatchObject({ name: 'After', tier: 'premium', appId, redirectUrls: [{ arrival: 'reachable' }] });
  expect(await trail(id)).toMatchObject([{ action: 'app.changed', data: { fields: ['name', 'tier'] } }]);
});

test('writes nothing where nothing differs', async () => {
  const { id, name } = await createAppRow(team);
  const { redirectUrls } = await getApp(admin, { id });
  await updateApp(admin, { id, name, secret: null, redirectUrls: redirectUrls.map(({ url }) => url) });
  expect(await trail(id)).toEqual([]);
});

test('keeps the secret before, until the next one', async () => {
  const { id } = await createAppRow(team);
  const app = await updateApp(admin, { id, secret: newSecret });
  expect(app.secretHint).toBe('012•••567');
  const key = { teamId: team.id, id };
  expect(await openApp(key)).toMatchObject({ secret: newSecret, priorSecret: testSecret });
  await updateApp(admin, { id, secret: newSecret });
  expect(await openApp(key)).toMatchObject({ secret: newSecret, priorSecret: testSecret });
  const events = await trail(id);
  expect(events.map(({ action, data }) => ({ action, data }))).toEqual([
    { action: 'app.secret_replaced', data: { secretDigest: secretDigest(id, newSecret) } },
  ]);
});

test('keeps redirect URLs in the order given', async () => {
  const { id } = await createAppRow(team, { redirectUrls: ['http://a.test/', 'http://b.test/'] });
  await updateApp(admin, { id, redirectUrls: ['http://c.test/', 'http://b.test/', 'http://a.test/'] });
  const { redirectUrls } = await getApp(admin, { id });
  expect(redirectUrls.map(({ url }) => url)).toEqual(['http://c.test/', 'http://b.test/', 'http://a.test/']);
});

test('keeps every step of the review; a date alone corrects the step', async () => {
  const { id } = await createAppRow(team, { appId: null, secret: null });
  await updateApp(admin, { id, reviewStatus: 'in_review', reviewSince: '2026-03-02T00:00:00.000Z' });
  await updateApp(admin, { id, reviewStatus: 'in_review', reviewSince: '2026-03-03T00:00:00.000Z' });
  await updateApp(admin, { id, reviewStatus: 'approved', appId: '7333333333333333333', secret: newSecret });
  const app = await getApp(admin, { id });
  expect(app.reviews).toEqual([
    { status: 'approved', since: app.reviewSince },
    { status: 'in_review', since: '2026-03-03T00:00:00.000Z' },
  ]);
});

test('refuses another App ID while connections live under this one', async () => {
  const app = await createAppRow(team);
  const connection = await createConnectionRow(team, app);
  const change = { id: app.id, appId: '7444444444444444444' };
  await expect(updateApp(admin, change)).rejects.toMatchObject({
    code: 'conflict',
    data: { reason: 'app_id_in_use', connections: 1 },
  });
  await db.connection.update({ where: { id: connection.id }, data: { state: 'revoked' } });
  await expect(updateApp(admin, change)).resolves.toMatchObject({ appId: change.appId });
});

test('refuses another environment while connections live in this one', async () => {
  const app = await createAppRow(team);
  const connection = await createConnectionRow(team, app);
  const change = { id: app.id, environment: 'sandbox' } as const;
  await expect(updateApp(admin, change)).rejects.toMatchObject({
    code: 'conflict',
    data: { reason: 'environment_in_use', connections: 1 },
  });
  await db.connection.update({ where: { id: connection.id }, data: { state: 'revoked' } });
  await expect(updateApp(admin, change)).resolves.toMatchObject({ environment: 'sandbox' });
});

test('names the app that has the App ID already', async () => {
  const [one, other] = [await createAppRow(team, { name: 'Holder' }), await createAppRow(team)];
  await expect(updateApp(admin, { id: other.id, appId: one.appId })).rejects.toMatchObject({
    data: { app: { id: one.id, name: 'Holder' } },
  });
});

test('does not find an app of another team, nor change it', async () => {
  const { id, name } = await createAppRow(team);
  const stranger = await createPerson(await createTeam(), 'owner');
  await expect(updateApp(stranger, { id, name: 'Mine', secret: newSecret })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await getApp(admin, { id })).toMatchObject({ name, secretHint: '•••' });
});
