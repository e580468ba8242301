import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import { router } from '@/server/api';
import type { Person } from '@/server/auth/actor';
import { findActor } from '@/server/auth/find-actor';
import { db } from '@/test/database';
import { createAppRow, createPerson, createTeam as createTeamRow, headersOf } from '@/test/factories';
import { listTeams } from './list-teams';

const api = (actor: Person) => createRouterClient(router, { context: { headers: new Headers(), actor } });

test('an owner creates another team, owns it at once, and it has nothing of the first', async () => {
  const first = await createTeamRow();
  const owner = await createPerson(first);
  await createAppRow(first);
  const made = await api(owner).teams.create({ name: ' アクメ Media ' });
  expect(made).toMatchObject({ name: 'アクメ Media', slug: expect.stringMatching(/^media(-\d+)?$/) });
  const there = await findActor(await headersOf({ ...owner, teamSlug: made.slug }), made.slug);
  expect(there).toMatchObject({ id: owner.id, role: 'owner', teamId: made.id });
  expect(await api(there).apps.list({})).toMatchObject({ total: 0 });
  expect((await listTeams(owner.id)).map(({ slug }) => slug).sort()).toEqual([made.slug, first.slug].sort());
  const events = await db.auditEvent.findMany({ where: { teamId: made.id } });
  expect(events).toMatchObject([{ action: 'team.created', actorId: owner.id, objectName: 'アクメ Media' }]);
  expect(await db.auditEvent.count({ where: { teamId: first.id } })).toBe(0);
});

test('ten of one name at once have ten addresses', async () => {
  const owner = await createPerson(await createTeamRow());
  const name = `Same ${crypto.randomUUID().slice(0, 8)}`;
  const made = await Promise.all(Array.from({ length: 10 }, () => api(owner).teams.create({ name })));
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(10);
});

test('nobody creates very many in a short time', async () => {
  const owner = await createPerson(await createTeamRow());
  const endings = await Promise.allSettled(Array.from({ length: 25 }, () => api(owner).teams.create({ name: 'Many' })));
  expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
});

test.each(['admin', 'operator', 'auditor'] as const)('%s creates none', async (role) => {
  const actor = await createPerson(await createTeamRow(), role);
  await expect(api(actor).teams.create({ name: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' });
});
