import { expect, test } from 'vitest';
import { env } from '@/server/env';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createTeam, testSecret } from '@/test/factories';
import { openApp } from './open-app';
import { openToken } from './open-token';

test('opens an app for the TikTok of its environment', async () => {
  const team = await createTeam();
  const { id, appId } = await createAppRow(team, { environment: 'sandbox' });
  const app = await openApp({ teamId: team.id, id });
  expect(app).toMatchObject({ id, appId, secret: testSecret, priorSecret: null, tier: 'basic' });
  expect(app.host).toMatchObject({ apiUrl: env().TIKTOK_SANDBOX_URL, sandbox: true });
});

test.each([
  [{ appId: null }, 'appId'],
  [{ secret: null }, 'secret'],
])('says what an app lacks: %j', async (columns, missing) => {
  const team = await createTeam();
  const { id, name } = await createAppRow(team, columns);
  await expect(openApp({ teamId: team.id, id })).rejects.toMatchObject({
    code: 'precondition_failed',
    data: { reason: 'app_incomplete', missing, app: { id, name } },
  });
});

test('finds nothing in another team', async () => {
  const { id } = await createAppRow(await createTeam());
  const { id: teamId } = await createTeam();
  await expect(openApp({ teamId, id })).rejects.toMatchObject({ code: 'not_found' });
});

test('does not open a secret or a token that was moved from another row', async () => {
  const team = await createTeam();
  const [one, other] = [await createAppRow(team), await createAppRow(team)];
  const stolen = await db.app.findUniqueOrThrow({ where: { id: other.id }, select: { secretSealed: true } });
  await db.app.update({ where: { id: one.id }, data: stolen });
  await expect(openApp({ teamId: team.id, id: one.id })).rejects.toThrow();

  const { id } = await createConnectionRow(team, other, { token: 'act.token' });
  const select = { tokenSealed: true, tokenHash: true } as const;
  const { tokenSealed, tokenHash } = await db.connection.findUniqueOrThrow({ where: { id }, select });
  if (!tokenSealed) throw new Error('no token');
  expect(openToken({ teamId: team.id, id, tokenSealed, tokenHash })).toBe('act.token');
  expect(() => openToken({ teamId: team.id, id: one.id, tokenSealed, tokenHash })).toThrow();
});
