import { expect, test } from 'vitest';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { listEvents } from './list-events';
import { pauseConnection } from './pause-connection';
import { revealToken } from './reveal-token';

async function kept(columns: Parameters<typeof createConnectionRow>[2] = {}) {
  const team = await createTeam();
  const admin = await createPerson(team, 'admin');
  const token = 'f0'.repeat(20);
  const { id } = await createConnectionRow(team, await createAppRow(team), { token, ...columns });
  const audit = () => db.auditEvent.findMany({ where: { objectId: id } });
  return { team, admin, id, token, audit };
}

test('shows the token to one who has just given their password, and keeps that they saw it', async () => {
  const { admin, id, token, audit } = await kept();
  expect(await revealToken(admin, { id })).toEqual({ accessToken: token });
  expect(await audit()).toMatchObject([{ action: 'connection.revealed', actorId: admin.id, ip: '192.0.2.1' }]);
  expect(
    JSON.stringify(await audit(), (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toContain(token);
  expect((await listEvents(admin, { id, limit: 5 })).rows).toMatchObject([{ kind: 'revealed', actor: admin.name }]);
});

test('wants the password again after five minutes', async () => {
  const { admin, id, audit } = await kept();
  const earlier = { ...admin, authenticatedAt: new Date(Date.now() - 5 * 60_000 - 1) };
  await expect(revealToken(earlier, { id })).rejects.toMatchObject({ code: 'password_needed' });
  expect(await audit()).toEqual([]);
});

test('gives nothing that cannot be put on record', async () => {
  const { admin, id } = await kept();
  await expect(revealToken({ ...admin, userAgent: 'cannot be \0 stored' }, { id })).rejects.toThrow();
});

test('gives no paused and no revoked token', async () => {
  const { admin, id, audit } = await kept();
  await pauseConnection(admin, { id });
  await expect(revealToken(admin, { id })).rejects.toMatchObject({ data: { reason: 'paused' } });
  await db.connection.update({ where: { id }, data: { state: 'revoked', tokenSealed: null } });
  await expect(revealToken(admin, { id })).rejects.toMatchObject({ data: { reason: 'revoked' } });
  expect((await audit()).map(({ action }) => action)).toEqual(['connection.paused']);
});

test('a token moved here from another row is not opened', async () => {
  const { admin, id } = await kept();
  const other = await kept();
  const where = { where: { id: other.id }, select: { tokenSealed: true } };
  const { tokenSealed } = await db.connection.findUniqueOrThrow(where);
  await db.connection.update({ where: { id }, data: { tokenSealed } });
  await expect(revealToken(admin, { id })).rejects.toThrow();
});

test('another team’s is as missing as none', async () => {
  const { id, team } = await kept();
  const stranger = await createPerson(await createTeam(), 'owner');
  const refusal = (of: string) => revealToken(stranger, { id: of }).catch((error: Error) => error.message);
  expect(await refusal(id)).toBe(await refusal(team.id));
});
