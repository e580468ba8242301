import { beforeEach, expect, test } from 'vitest';
import { apiKeyInput as shape, type NewApiKey } from '@/contract/api-keys';
import { answer } from '@/server/answer';
import type { Person } from '@/server/auth/actor';
import { db } from '@/test/database';
import { createApiKey, createAppRow, createPerson, createTeam, type TestTeam } from '@/test/factories';
import { createKey } from './create-key';
import { listKeys } from './list-keys';
import { revokeKey } from './revoke-key';

let team: TestTeam;
let admin: Person;
beforeEach(async () => {
  team = await createTeam();
  admin = await createPerson(team, 'admin');
});

const wanted = (given: Partial<NewApiKey> = {}): NewApiKey =>
  shape.parse({ name: 'Reporting', permissions: ['connections.read'], expiresInDays: 30, ...given });
const events = () => db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { sequence: 'asc' } });
const ask = (key: string) =>
  answer(new Request('http://localhost:3000/api/v1/connections', { headers: { authorization: `Bearer ${key}` } }));

test('a key is shown once, works until it is revoked, and each of that is on record without it', async () => {
  const { key, apiKey } = await createKey(admin, wanted());
  expect(apiKey).toMatchObject({
    name: 'Reporting',
    prefix: key.slice(0, 11),
    state: 'active',
    createdBy: { id: admin.id },
  });
  expect((await ask(key)).status).toBe(200);
  expect((await revokeKey(admin, { id: apiKey.id })).state).toBe('revoked');
  const refusal = await ask(key);
  expect([refusal.status, await refusal.json()]).toMatchObject([401, { data: { reason: 'revoked' } }]);
  const again = await revokeKey(admin, { id: apiKey.id });
  const { rows, total } = await listKeys(admin, { limit: 10 });
  expect([rows, total]).toEqual([[again], 1]);
  expect(again.lastUsedAt).not.toBeNull();
  const said = await events();
  expect(said.map(({ action }) => action)).toEqual(['key.created', 'key.revoked', 'key.refused']);
  const kept = JSON.stringify([rows, said.map(({ data }) => data)]);
  expect(kept).not.toContain(key.slice(11));
});

test('its limits are kept once each and told by name; what is gone is told by its id and stays a limit', async () => {
  const app = await createAppRow(team);
  const tag = await db.tag.create({ data: { teamId: team.id, name: '東京' } });
  const { apiKey } = await createKey(
    admin,
    wanted({
      appIds: [app.id, app.id],
      tagIds: [tag.id],
      advertiserIds: ['7000000000000000001'],
      addressRanges: ['192.0.2.9/24', '2001:DB8::1', '192.0.2.0/24'],
    }),
  );
  expect(apiKey.limits).toEqual({
    apps: [{ id: app.id, name: app.name }],
    tags: [{ id: tag.id, name: '東京' }],
    advertiserIds: ['7000000000000000001'],
    addressRanges: ['192.0.2.0/24', '2001:db8::1/128'],
  });
  await db.tag.delete({ where: { id: tag.id } });
  const [listed] = (await listKeys(admin, { limit: 1 })).rows;
  expect(listed!.limits.tags).toEqual([{ id: tag.id, name: null }]);
});

test('nobody gives a key what they do not have themselves', async () => {
  const auditor = await createPerson(team, 'auditor');
  await expect(createKey(auditor, wanted({ permissions: ['connections.reveal'] }))).rejects.toMatchObject({
    code: 'forbidden',
    data: { permission: 'connections.reveal' },
  });
  const { headers } = await createApiKey(admin);
  const request = {
    method: 'POST',
    headers: { authorization: headers.get('authorization')!, 'content-type': 'application/json' },
  };
  const made = await answer(
    new Request('http://localhost:3000/api/v1/api-keys', { ...request, body: JSON.stringify(wanted()) }),
  );
  expect(made.status).toBe(403);
});

test('a key that may read tokens wants the password of whoever makes it', async () => {
  const earlier = { ...admin, authenticatedAt: new Date(Date.now() - 6 * 60_000) };
  const reveals = wanted({ permissions: ['connections.reveal'] });
  await expect(createKey(earlier, reveals)).rejects.toMatchObject({ code: 'password_needed' });
  await expect(createKey(earlier, wanted())).resolves.toBeTruthy();
  await expect(createKey(admin, reveals)).resolves.toBeTruthy();
});

test('it lasts no longer than the team lets it', async () => {
  await expect(createKey(admin, wanted({ expiresInDays: 366 }))).rejects.toMatchObject({
    data: { field: 'expiresInDays', most: 365 },
  });
  await db.team.update({ where: { id: team.id }, data: { keyMaxAgeDays: 7 } });
  await expect(createKey(admin, wanted({ expiresInDays: 8 }))).rejects.toMatchObject({ data: { most: 7 } });
  const { apiKey } = await createKey(admin, wanted({ expiresInDays: 7 }));
  expect(Date.parse(apiKey.expiresAt) - Date.parse(apiKey.createdAt)).toBeCloseTo(7 * 86_400_000, -4);
});

test('apps and tags of another team are none, and its keys are not there', async () => {
  const stranger = await createPerson(await createTeam(), 'owner');
  const app = await createAppRow({ id: stranger.teamId });
  await expect(createKey(admin, wanted({ appIds: [app.id] }))).rejects.toMatchObject({ data: { field: 'appIds' } });
  await expect(createKey(admin, wanted({ tagIds: [app.id] }))).rejects.toMatchObject({ data: { field: 'tagIds' } });
  const { apiKey } = await createKey(admin, wanted());
  const said = (id: string) => revokeKey(stranger, { id }).catch((error: Error) => error.message);
  expect(await said(apiKey.id)).toBe(await said(app.id));
  expect(await listKeys(stranger, { limit: 10 })).toMatchObject({ rows: [], total: 0 });
});

test('the list tells what a key lost with its maker’s role, and pages from the newest', async () => {
  const owner = await createPerson(team, 'owner');
  for (const name of ['1', '2', '3']) {
    await createKey(owner, wanted({ name, permissions: ['connections.read', 'connections.reveal'] }));
  }
  const where = { teamId_userId: { teamId: team.id, userId: owner.id } };
  await db.membership.update({ where, data: { role: 'operator' } });
  const first = await listKeys(admin, { limit: 2 });
  expect(first.rows.map(({ name }) => name)).toEqual(['3', '2']);
  expect(first.rows[0]).toMatchObject({ lostPermissions: ['connections.reveal'] });
  const rest = await listKeys(admin, { limit: 2, cursor: first.nextCursor! });
  expect([rest.rows.map(({ name }) => name), rest.total]).toEqual([['1'], 3]);
  await db.apiKey.updateMany({ where: { teamId: team.id, name: '1' }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect((await listKeys(admin, { state: 'expired', limit: 9 })).rows.map(({ name }) => name)).toEqual(['1']);
});
