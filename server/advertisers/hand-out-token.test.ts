import { beforeEach, expect, test } from 'vitest';
import type { ConnectionState } from '@/contract/connection-filter';
import { answer } from '@/server/answer';
import { db } from '@/test/database';
import { createApiKey, createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { handOutToken } from './hand-out-token';

const advertiserId = '7000000000000000009';

async function stage() {
  const team = await createTeam();
  const admin = await createPerson(team, 'admin');
  const app = await createAppRow(team);
  let made = 0;
  const reaching = async (state: ConnectionState, scopes: string[], more: { archivedAt?: Date } = {}) => {
    const token = String((made += 1)).padStart(40, '0');
    const { id } = await createConnectionRow(team, app, { state, scopes, token, advertiserIds: [advertiserId] });
    await db.connection.update({ where: { id }, data: more });
    return { id, token };
  };
  const audit = () => db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { sequence: 'asc' } });
  return { team, admin, app, reaching, audit };
}
let set: Awaited<ReturnType<typeof stage>>;
beforeEach(async () => void (set = await stage()));

test('the best healthy token that holds the permissions is handed out, and which it was is on record', async () => {
  const { admin, app, reaching, audit } = set;
  await reaching('auth_broken', ['4', '44', '100']);
  await reaching('healthy', ['4']);
  const best = await reaching('healthy', ['44', '100']);
  await reaching('paused', ['44', '100', '4']);
  expect(await handOutToken(admin, { advertiserId, scopes: ['44', '100'] })).toMatchObject({
    accessToken: best.token,
    connectionId: best.id,
    appId: app.appId,
    environment: 'production',
    state: 'healthy',
    scopes: ['44', '100'],
    advertiserCount: 1,
  });
  expect(await audit()).toMatchObject([
    { action: 'connection.revealed', objectId: best.id, data: { advertiserId, scopes: ['44', '100'] } },
  ]);
});

test('a permission is held by one above it, too', async () => {
  const { admin, reaching } = set;
  const { id } = await reaching('healthy', ['4']);
  expect(await handOutToken(admin, { advertiserId, scopes: ['44'] })).toMatchObject({ connectionId: id });
});

test('where there is none, each that reaches it is named with what is in the way, and that is on record', async () => {
  const { admin, reaching, audit } = set;
  const lacking = await reaching('healthy', ['100']);
  const paused = await reaching('paused', ['4']);
  const broken = await reaching('auth_broken', []);
  const archived = await reaching('healthy', ['4'], { archivedAt: new Date() });
  const refusal = await handOutToken(admin, { advertiserId, scopes: ['44'] }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 'conflict',
    data: {
      reason: 'no_token',
      candidates: [
        { connectionId: lacking.id, state: 'healthy', missingScopes: ['44'], obstacles: ['missing_scopes'] },
        { connectionId: paused.id, state: 'paused', missingScopes: [], obstacles: ['paused'] },
        { connectionId: broken.id, missingScopes: ['44'], obstacles: ['not_healthy', 'missing_scopes'] },
        { connectionId: archived.id, archived: true, obstacles: ['archived'] },
      ],
    },
  });
  expect(await audit()).toMatchObject([
    {
      action: 'connection.revealed',
      objectKind: 'advertiser',
      result: 'refused',
      data: { advertiserId, candidates: 4 },
    },
  ]);
});

test('an advertiser of nobody, or of another team, is not there', async () => {
  const { reaching } = set;
  await reaching('healthy', ['4']);
  const stranger = await createPerson(await createTeam(), 'owner');
  const said = (of: string) => handOutToken(stranger, { advertiserId: of }).catch((error: Error) => error.message);
  expect(await said(advertiserId)).toBe(await said('7999999999999999999'));
});

test('a person gives their password first; a key needs none, but the permission and the reach', async () => {
  const { admin, app, reaching, audit } = set;
  const { token, id } = await reaching('healthy', ['4']);
  const earlier = { ...admin, authenticatedAt: new Date(Date.now() - 6 * 60_000) };
  await expect(handOutToken(earlier, { advertiserId })).rejects.toMatchObject({ code: 'password_needed' });
  const ask = async (columns: Parameters<typeof createApiKey>[1]) => {
    const { headers } = await createApiKey(admin, columns);
    return answer(new Request(`http://localhost:3000/api/v1/advertisers/${advertiserId}/token?scopes=4`, { headers }));
  };
  expect(await (await ask({ permissions: ['connections.reveal'] })).json()).toMatchObject({ accessToken: token });
  expect((await audit()).at(-1)).toMatchObject({ actorKind: 'key', objectId: id, ip: '192.0.2.7' });
  expect((await ask({ permissions: ['connections.read', 'advertisers.read'] })).status).toBe(403);
  expect((await ask({ appIds: [app.id] })).status).toBe(200);
  // It reaches nothing: an advertiser that it may not know of, and no candidate is named.
  for (const columns of [{ appIds: [admin.id] }, { advertiserIds: ['7111111111111111111'] }]) {
    const response = await ask(columns);
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'not_found' }]);
  }
});

test('what is beyond a key’s limits is not even named as a candidate', async () => {
  const { team, admin, reaching } = set;
  await reaching('healthy', ['4']);
  const other = await createAppRow(team);
  const within = await createConnectionRow(team, other, { state: 'paused', advertiserIds: [advertiserId] });
  const { headers } = await createApiKey(admin, { appIds: [other.id] });
  const response = await answer(
    new Request(`http://localhost:3000/api/v1/advertisers/${advertiserId}/token`, { headers }),
  );
  const { data } = (await response.json()) as { data: { candidates: { connectionId: string }[] } };
  expect([response.status, data.candidates.map(({ connectionId }) => connectionId)]).toEqual([409, [within.id]]);
});

test('a token that was altered is passed over for the next, and named where there is none', async () => {
  const { admin, reaching } = set;
  const [altered, next] = [await reaching('healthy', ['4', '100']), await reaching('healthy', ['4'])];
  const where = { where: { id: altered.id }, select: { tokenSealed: true } };
  const { tokenSealed } = await db.connection.findUniqueOrThrow(where);
  tokenSealed![tokenSealed!.length - 1]! ^= 1;
  await db.connection.update({ where: { id: altered.id }, data: { tokenSealed } });
  expect(await handOutToken(admin, { advertiserId })).toMatchObject({ connectionId: next.id });
  await expect(handOutToken(admin, { advertiserId, scopes: ['100'] })).rejects.toMatchObject({
    data: { candidates: [{ connectionId: altered.id, obstacles: ['tampered'] }, { obstacles: ['missing_scopes'] }] },
  });
});
