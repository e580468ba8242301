import { call } from '@orpc/server';
import { expect, test } from 'vitest';
import type { ConnectionState } from '@/contract/connection-filter';
import type { Role } from '@/contract/permissions';
import { router } from '@/server/api';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { getConnection } from './get-connection';
import { listEvents } from './list-events';
import { pauseConnection, resumeConnection } from './pause-connection';
import { updateConnection } from './update-connection';

async function kept(state: ConnectionState = 'healthy') {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const app = await createAppRow(team);
  const { id } = await createConnectionRow(team, app, { state, scopes: ['7043626160646946818'], ownerId: operator.id });
  const actions = async () =>
    (await db.auditEvent.findMany({ where: { objectId: id }, orderBy: { sequence: 'asc' } })).map(
      ({ action }) => action,
    );
  return { team, operator, app, id, actions };
}

test('tells all that may be told, scope ids to the last digit', async () => {
  const { operator, app, id } = await kept();
  const seen = await getConnection(operator, { id });
  expect(seen).toMatchObject({ scopes: ['7043626160646946818'], owner: { id: operator.id, name: operator.name } });
  expect(seen.app).toEqual({ id: app.id, name: app.name, appId: app.appId, environment: 'production' });
  expect(JSON.stringify(seen)).not.toMatch(/Sealed|Hash/);
});

test('renames, notes and archives, and keeps what changed', async () => {
  const { operator, id, actions } = await kept();
  const before = await getConnection(operator, { id });
  expect(await updateConnection(operator, { id, name: before.name, archived: false })).toEqual(before);
  expect(await actions()).toEqual([]);
  const changed = await updateConnection(operator, { id, name: '新しい名前', notes: 'Ask Hanako', archived: true });
  expect(changed).toMatchObject({
    name: '新しい名前',
    notes: 'Ask Hanako',
    state: 'healthy',
    archivedAt: expect.any(String),
  });
  const { rows } = await listEvents(operator, { id, limit: 5 });
  expect(rows).toMatchObject([
    { kind: 'changed', data: { formerName: before.name, name: '新しい名前', archived: true } },
  ]);
  expect((await updateConnection(operator, { id, archived: false })).archivedAt).toBeNull();
});

test('pauses and resumes to where it was, each once', async () => {
  const { operator, id, actions } = await kept('degraded');
  expect((await pauseConnection(operator, { id })).state).toBe('paused');
  expect((await pauseConnection(operator, { id })).state).toBe('paused');
  expect((await resumeConnection(operator, { id })).state).toBe('degraded');
  expect((await resumeConnection(operator, { id })).state).toBe('degraded');
  expect(await actions()).toEqual(['connection.paused', 'connection.resumed']);
});

test('paused by many at once, it is paused once and forgets nothing', async () => {
  const { operator, id, actions } = await kept('degraded');
  await Promise.all(Array.from({ length: 8 }, () => pauseConnection(operator, { id })));
  expect(await actions()).toEqual(['connection.paused']);
  expect((await resumeConnection(operator, { id })).state).toBe('degraded');
});

test('there is nothing to pause in what is revoked', async () => {
  const { operator, id } = await kept('revoked');
  await expect(pauseConnection(operator, { id })).rejects.toMatchObject({ data: { reason: 'revoked' } });
  await expect(resumeConnection(operator, { id })).rejects.toMatchObject({ code: 'precondition_failed' });
});

const { update, check, pause, resume, revoke, token, get, advertisers, events, losses } = router.connections;
const allowed: [string, (context: never, id: string) => Promise<unknown>, Role[]][] = [
  ['get', (context, id) => call(get, { id }, { context }), ['owner', 'admin', 'operator', 'auditor']],
  ['advertisers', (context, id) => call(advertisers, { id }, { context }), ['owner', 'admin', 'operator', 'auditor']],
  ['events', (context, id) => call(events, { id }, { context }), ['owner', 'admin', 'operator', 'auditor']],
  ['losses', (context, id) => call(losses, { id }, { context }), ['owner', 'admin', 'operator', 'auditor']],
  ['update', (context, id) => call(update, { id, name: 'N' }, { context }), ['owner', 'admin', 'operator']],
  ['check', (context, id) => call(check, { id }, { context }), ['owner', 'admin', 'operator']],
  ['pause', (context, id) => call(pause, { id }, { context }), ['owner', 'admin', 'operator']],
  ['resume', (context, id) => call(resume, { id }, { context }), ['owner', 'admin', 'operator']],
  ['revoke', (context, id) => call(revoke, { id, reason: 'R' }, { context }), ['owner', 'admin']],
  ['token', (context, id) => call(token, { id }, { context }), ['owner', 'admin']],
];

test.each(allowed)('%s is for those whose role allows it, and for their own team only', async (_, run, roles) => {
  const { team } = await kept();
  const elsewhere = await kept();
  for (const role of ['owner', 'admin', 'operator', 'auditor'] as const) {
    const actor = await createPerson(team, role);
    const code = await run({ headers: new Headers(), actor } as never, elsewhere.id).catch(
      (error: { code: string }) => error.code,
    );
    expect([role, code]).toEqual([role, roles.includes(role) ? 'not_found' : 'forbidden']);
  }
});
