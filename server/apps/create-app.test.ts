import { beforeAll, expect, test } from 'vitest';
import { appFields } from '@/contract/apps';
import type { Person } from '@/server/auth/actor';
import { openApp } from '@/server/credentials/open-app';
import { env } from '@/server/env';
import { db } from '@/test/database';
import { createPerson, createTeam, testSecret } from '@/test/factories';
import { createApp } from './create-app';
import { getApp } from './get-app';

let admin: Person;
let stranger: Person;
beforeAll(async () => {
  admin = await createPerson(await createTeam(), 'admin');
  stranger = await createPerson(await createTeam(), 'admin');
});

const appId = '7506699247866085392';
const fields = (given: object) => appFields.parse({ name: 'Core reporting', ...given });

test('registers an app with its redirect URLs in order, each with its way back', async () => {
  const own = `${env().APP_URL}/callback`;
  const lan = 'http://192.168.101.1/callback';
  const app = await createApp(admin, fields({ appId, secret: testSecret, redirectUrls: [lan, own, `${own}/`] }));
  expect(app).toMatchObject({ appId, secretHint: 'e9b•••b22', reviewStatus: 'approved', environment: 'production' });
  expect(app.redirectUrls).toEqual([
    { url: lan, arrival: 'paste' },
    { url: own, arrival: 'reachable' },
    { url: `${own}/`, arrival: 'paste' },
  ]);
  expect(await getApp(admin, { id: app.id })).toEqual({
    ...app,
    reviews: [{ status: 'approved', since: app.reviewSince }],
  });
});

test('seals the secret: no column and no answer holds it', async () => {
  const app = await createApp(admin, fields({ appId: '7010666682221854722', secret: testSecret }));
  expect(JSON.stringify(app)).not.toContain(testSecret);
  const [row] = await db.$queryRaw<object[]>`SELECT * FROM "App" WHERE "id" = ${app.id}::uuid`;
  expect(
    JSON.stringify(row, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value)),
  ).not.toContain(testSecret);
  expect((await openApp({ teamId: admin.teamId, id: app.id })).secret).toBe(testSecret);
});

test('tells the audit what was registered, without the secret', async () => {
  const { id } = await createApp(admin, fields({ appId: '7010666682221854723', secret: testSecret }));
  const [event] = await db.auditEvent.findMany({ where: { teamId: admin.teamId, objectId: id } });
  expect(event).toMatchObject({ action: 'app.registered', actorId: admin.id, objectName: 'Core reporting' });
  expect(event?.data).toMatchObject({ appId: '7010666682221854723', secret: true });
  expect(JSON.stringify(event?.data)).not.toContain(testSecret.slice(0, 8));
});

test('takes an app that TikTok still reviews, which has neither App ID nor secret', async () => {
  const [first, second] = [await createApp(admin, fields({})), await createApp(admin, fields({}))];
  expect(first).toMatchObject({ appId: null, secretHint: null, secretSetAt: null, reviewStatus: 'in_review' });
  expect(second.id).not.toBe(first.id);
});

test('names the app that has the App ID already, and lets another team have it', async () => {
  const taken = fields({ name: 'JP full', appId: '7111111111111111111', secret: testSecret });
  const holder = await createApp(admin, taken);
  await expect(createApp(admin, { ...taken, name: 'Twice' })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('JP full'),
    data: { reason: 'app_id_taken', field: 'appId', app: { id: holder.id, name: 'JP full' } },
  });
  await expect(createApp(stranger, taken)).resolves.toMatchObject({ appId: taken.appId });
});

test('registers an App ID once, however many ask at once', async () => {
  const racing = fields({ appId: '7222222222222222222' });
  const settled = await Promise.allSettled(Array.from({ length: 8 }, () => createApp(admin, racing)));
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an app of another team is as missing as none', async () => {
  const { id } = await createApp(admin, fields({}));
  const missing = await getApp(stranger, { id: crypto.randomUUID() }).catch((error: unknown) => error);
  await expect(getApp(stranger, { id })).rejects.toEqual(missing);
  expect(missing).toMatchObject({ code: 'not_found' });
});
