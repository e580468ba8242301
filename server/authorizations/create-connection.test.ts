import { expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { saveRemainingGrants } from '@/server/reach/save-remaining-grants';
import { startAuthorization } from '@/test/authorize';
import { db } from '@/test/database';
import { createAppRow, createPerson, createTeam } from '@/test/factories';
import { createConnection } from './create-connection';

const reached = Array.from({ length: 2_500 }, (_, at) => String(7_010_666_682_221_854_722n + BigInt(at)));

/** A token is saved, and the process dies before anything else. */
async function tokenSaved(advertiserIds: string[]) {
  const team = await createTeam();
  const app = await createAppRow(team);
  const { id: authorizationId } = await startAuthorization(await createPerson(team), app, null);
  const { id } = await db.$transaction((tx) =>
    createConnection(tx, systemActor(team.id), {
      authorizationId,
      app,
      ownerId: null,
      accessToken: `token of ${team.id}`,
      scopes: ['4'],
      advertiserIds,
      ending: { status: 'connected' },
    }),
  );
  const grants = () => db.grant.count({ where: { connectionId: id } });
  const count = async () => (await db.connection.findUniqueOrThrow({ where: { id } })).advertiserCount;
  const left = async () => (await db.authorization.findUniqueOrThrow({ where: { id: authorizationId } })).candidate;
  return { id, grants, count, left, goOn: () => saveRemainingGrants({ teamId: team.id, connectionId: id }) };
}

test('a token that reaches thousands is saved with the first thousand, and whoever comes next saves the others', async () => {
  const { grants, count, left, goOn } = await tokenSaved(reached);
  expect([await grants(), await count()]).toEqual([1_000, 1_000]);
  await Promise.all([goOn(), goOn()]);
  expect([await grants(), await count(), await left()]).toEqual([2_500, 2_500, null]);
});

test('up to a thousand nothing is left to do', async () => {
  const { grants, count, left } = await tokenSaved(reached.slice(0, 1_000));
  expect([await grants(), await count(), await left()]).toEqual([1_000, 1_000, null]);
});

test.each(['inspectedAt', 'revokedAt'] as const)('what is left over is dropped once %s is set', async (column) => {
  const { id, grants, left, goOn } = await tokenSaved(reached);
  const state = column === 'revokedAt' ? 'revoked' : 'healthy';
  await db.connection.update({ where: { id }, data: { [column]: new Date(), state } });
  await goOn();
  expect([await grants(), await left()]).toEqual([1_000, null]);
});
