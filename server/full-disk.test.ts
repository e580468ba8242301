import { createRouterClient } from '@orpc/server';
import { afterEach, expect, it } from 'vitest';
import { GET } from '@/app/callback/route';
import { startAuthorization } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { router } from './api';
import type { Space } from './free-space';
import { forget, shared } from './shared';

const tiktok = useTikTok();
afterEach(() => void forget('space'));

/** What the disk was found to be, a moment ago and for the length of a test. */
function foundToBe(space: Space): void {
  forget('space');
  shared('space', () => ({ at: Date.now() + 60_000, space: Promise.resolve(space) }));
}

async function stage() {
  const team = await createTeam();
  const actor = await createPerson(team);
  const api = createRouterClient(router, { context: { headers: new Headers(), actor } });
  return { actor, api, app: await createKnownApp(team) };
}
const diskFull = expect.objectContaining({ code: 'unavailable', data: { reason: 'disk_full' } });

it('begins no authorization on a disk that is nearly full, and does everything else', async () => {
  const { api, app } = await stage();
  foundToBe('low');
  await expect(api.authorizations.create({ id: app.id })).rejects.toEqual(diskFull);
  expect(await db.authorization.count({ where: { appId: app.id } })).toBe(0);
  await expect(api.apps.update({ id: app.id, name: 'Renamed' })).resolves.toMatchObject({ name: 'Renamed' });
});

it('changes nothing on a full disk, reads on, and leaves the code of a callback unused', async () => {
  const { actor, api, app } = await stage();
  const { id, url } = await startAuthorization(actor, app, null);
  const location = new URL(tiktok.current.authorize({ url }));
  foundToBe('very_low');
  await expect(api.apps.update({ id: app.id, name: 'Renamed' })).rejects.toEqual(diskFull);
  expect((await api.apps.get({ id: app.id })).name).toBe(app.name);
  const response = await GET(new Request(location));
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('<h1>');
  expect(await db.authorization.findUnique({ where: { id }, select: { status: true } })).toEqual({ status: 'pending' });

  foundToBe('enough');
  expect((await GET(new Request(location))).status).toBe(303);
  expect(await db.authorization.findUnique({ where: { id }, select: { status: true } })).toEqual({
    status: 'quarantined',
  });
});
