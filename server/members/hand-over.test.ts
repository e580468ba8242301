import { randomBytes } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Person } from '@/server/auth/actor';
import { newId } from '@/server/database/new-id';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam, type TestTeam } from '@/test/factories';
import { tied } from './hand-over';
import { handOverMember } from './hand-over-member';
import { listMembers } from './list-members';
import { leaveTeam, removeMember } from './remove-member';

let team: TestTeam;
let app: { id: string };
let owner: Person;
let leaver: Person;
let heir: Person;

beforeEach(async () => {
  team = await createTeam();
  app = await createAppRow(team);
  [owner, leaver, heir] = [
    await createPerson(team),
    await createPerson(team, 'operator'),
    await createPerson(team, 'operator'),
  ];
});

const later = () => new Date(Date.now() + 3_600_000);
const bytes = () => new Uint8Array(randomBytes(32));

/** One of everything that the schema ties to a membership. */
async function ownEverything({ id }: Person) {
  const teamId = team.id;
  await createConnectionRow(team, app, { ownerId: id });
  const attempt = { redirectUrl: 'https://a.example', stateHash: bytes(), bound: false, expiresAt: later() };
  await db.authorization.create({ data: { teamId, appId: app.id, startedById: id, ...attempt } });
  const view = { teamId, userId: id, noun: 'connections', query: '' };
  await db.savedView.createMany({
    data: [
      { ...view, name: 'Ours', shared: true },
      { ...view, name: 'Mine' },
    ],
  });
  const link = { tokenHash: bytes(), purpose: 'p', locale: 'en', expiresAt: later() };
  await db.connectLink.create({ data: { teamId, appId: app.id, createdById: id, ...link } });
  const key = { name: 'Pipeline', prefix: newId(), keyHash: bytes(), expiresAt: later() };
  await db.apiKey.create({ data: { teamId, createdById: id, ...key } });
  await db.bulkJob.create({ data: { teamId, createdById: id, action: 'tag', parameters: {}, total: 0 } });
  const invitation = {
    email: `${newId()}@example.com`,
    role: 'operator',
    tokenHash: bytes(),
    expiresAt: later(),
  } as const;
  await db.invitation.create({ data: { teamId, invitedById: id, ...invitation } });
}

const countTied = async (userId: string) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(tied).map(async ([name, [table, column]]) => {
        const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
          `SELECT count(*)::int AS count FROM "${table}" WHERE "${column}" = $1::uuid`,
          userId,
        );
        return [name, row!.count] as const;
      }),
    ),
  );

test('covers whatever the schema ties to a membership', async () => {
  const found = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.conrelid::regclass::text AS table, a.attname AS column
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[2]
    WHERE c.contype = 'f' AND c.confrelid = '"Membership"'::regclass AND c.confdeltype = 'r'`;
  const told = Object.values(tied).map(([table, column]) => `"${table}".${column}`);
  expect(found.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(told.sort());
});

test('takes everything with the person who goes, in one moment, and ends their keys and open invitations', async () => {
  await ownEverything(leaver);
  await removeMember(owner, { id: leaver.id, handOverTo: heir.id });
  expect(Object.values(await countTied(leaver.id)).every((count) => count === 0)).toBe(true);
  expect(Object.values(await countTied(heir.id)).every((count) => count === 1)).toBe(true);
  expect(await db.connection.findFirst({ where: { teamId: team.id } })).toMatchObject({ ownerName: heir.name });
  expect(await db.savedView.findMany({ where: { teamId: team.id } })).toMatchObject([
    { name: 'Ours', userId: heir.id },
  ]);
  expect((await db.apiKey.findFirstOrThrow({ where: { teamId: team.id } })).revokedAt).not.toBeNull();
  expect((await db.invitation.findFirstOrThrow({ where: { teamId: team.id } })).withdrawnAt).not.toBeNull();
  const event = await db.auditEvent.findFirstOrThrow({ where: { teamId: team.id, action: 'member.removed' } });
  expect(event.data).toEqual({
    role: 'operator',
    connections: 1,
    authorizations: 1,
    views: 1,
    links: 1,
    apiKeys: 1,
    invitations: 1,
    handedTo: heir.name,
  });
});

test('is wanted of who owns something, with what that is, and of nobody else', async () => {
  await createConnectionRow(team, app, { ownerId: leaver.id });
  await expect(leaveTeam(leaver, {})).rejects.toMatchObject({
    code: 'precondition_failed',
    data: { reason: 'hand_over_needed', owned: { connections: 1, apiKeys: 0 } },
  });
  await expect(leaveTeam(heir, {})).resolves.toBeUndefined();
});

test('goes to no stranger, and not back to the person who goes', async () => {
  await createConnectionRow(team, app, { ownerId: leaver.id });
  const stranger = await createPerson(await createTeam());
  for (const handOverTo of [stranger.id, leaver.id, newId()]) {
    await expect(removeMember(owner, { id: leaver.id, handOverTo })).rejects.toMatchObject({
      code: 'invalid_input',
      data: { field: 'handOverTo' },
    });
  }
  expect((await countTied(leaver.id)).connections).toBe(1);
});

test('keeps what both call the same', async () => {
  await ownEverything(leaver);
  await ownEverything(heir);
  await removeMember(owner, { id: leaver.id, handOverTo: heir.id });
  const names = (await db.savedView.findMany({ where: { userId: heir.id } })).map(({ name }) => name).sort();
  expect(names).toEqual(['Mine', 'Ours', expect.stringMatching(/^Ours \([0-9a-f]{6}\)$/)]);
});

test('between two who stay leaves keys, invitations and private views where they are', async () => {
  await ownEverything(leaver);
  await handOverMember(owner, { id: leaver.id, to: heir.id });
  expect(await countTied(leaver.id)).toEqual({
    connections: 0,
    authorizations: 0,
    views: 1,
    links: 0,
    apiKeys: 1,
    jobs: 0,
    invitations: 1,
  });
  expect(await db.apiKey.count({ where: { createdById: leaver.id, revokedAt: null } })).toBe(1);
  const { rows } = await listMembers(owner, { details: true, limit: 50 });
  const owned = (person: Person) => rows.find(({ id }) => id === person.id)?.details?.owned;
  expect(owned(heir)).toEqual({ connections: 1, authorizations: 1, views: 1, links: 1, apiKeys: 0 });
  expect(owned(leaver)).toEqual({ connections: 0, authorizations: 0, views: 0, links: 0, apiKeys: 1 });
});

test('loses nothing that is given to the person in the very moment they go', async () => {
  const given = await Promise.all(Array.from({ length: 12 }, () => createConnectionRow(team, app)));
  const giving = given.map(({ id }) =>
    db.connection.update({ where: { id }, data: { ownerId: leaver.id }, select: { id: true } }).catch(() => null),
  );
  const removing = removeMember(owner, { id: leaver.id, handOverTo: heir.id });
  await Promise.all([removing, ...giving]);
  expect(await db.membership.count({ where: { userId: leaver.id } })).toBe(0);
  expect(await db.connection.count({ where: { ownerId: leaver.id } })).toBe(0);
});
