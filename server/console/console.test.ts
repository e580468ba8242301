import { expect, it } from 'vitest';
import { hashPassword, isPassword } from '@/server/auth/password';
import { readSession } from '@/server/auth/session';
import { StartError } from '@/server/start-error';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf } from '@/test/factories';
import { findTeam } from './find-team';
import { listPeople, listTeamSizes } from './list-installation';
import { removeSecondFactor } from './remove-second-factor';
import { resetPassword } from './reset-password';
import { restoreOwner } from './restore-owner';

const lastEvent = (teamId: string) =>
  db.auditEvent.findFirst({
    where: { teamId },
    orderBy: { sequence: 'desc' },
    select: { action: true, actorName: true, data: true },
  });

it('gives another password and ends every session, on record', async () => {
  const person = await createPerson(await createTeam(), 'owner', { passwordHash: await hashPassword('the old one') });
  expect(await readSession(await headersOf(person))).not.toBeNull();
  const password = await resetPassword(person.email.toUpperCase());
  const { passwordHash } = await db.user.findUniqueOrThrow({
    where: { id: person.id },
    select: { passwordHash: true },
  });
  expect(await isPassword(password, passwordHash)).toBe(true);
  expect(await readSession(await headersOf(person))).toBeNull();
  const event = await lastEvent(person.teamId);
  expect(event).toMatchObject({
    action: 'team.password_reset',
    actorName: 'Command line',
    data: { member: person.name },
  });
  expect(JSON.stringify(event)).not.toContain(password);
  await expect(resetPassword('nobody@example.com')).rejects.toThrow(StartError);
});

it('takes a second factor away, with its codes and every session, on record', async () => {
  const person = await createPerson(await createTeam(), 'owner');
  const data = { totpEnabledAt: new Date(), totpSealed: new Uint8Array(40), totpLastStep: 7 };
  await db.user.update({ where: { id: person.id }, data });
  await db.recoveryCode.create({ data: { userId: person.id, codeHash: new Uint8Array(32) } });
  expect(await removeSecondFactor(person.email.toUpperCase())).toEqual({ name: person.name });
  const select = { totpSealed: true, totpEnabledAt: true, totpLastStep: true, recoveryCodes: true } as const;
  expect(await db.user.findUniqueOrThrow({ where: { id: person.id }, select })).toEqual({
    totpSealed: null,
    totpEnabledAt: null,
    totpLastStep: null,
    recoveryCodes: [],
  });
  expect(await readSession(await headersOf(person))).toBeNull();
  expect(await lastEvent(person.teamId)).toMatchObject({
    action: 'account.second_factor_off',
    actorName: 'Command line',
  });
  await expect(removeSecondFactor('nobody@example.com')).rejects.toThrow(StartError);
});

it('makes somebody owner of a team without one, member or not', async () => {
  const [team, other] = [await createTeam(), await createTeam()];
  const [member, stranger] = [await createPerson(team, 'auditor'), await createPerson(other)];
  await restoreOwner(team.slug, member.email);
  await restoreOwner(team.slug, stranger.email);
  expect((await listPeople(team.slug)).map(({ role }) => role)).toEqual(['owner', 'owner']);
  expect(await lastEvent(team.id)).toMatchObject({ action: 'team.owner_restored', data: { member: stranger.name } });
});

it('lists teams with their sizes, and names them where one has to be chosen', async () => {
  const team = await createTeam('アクメ');
  await createPerson(team);
  expect(await listTeamSizes()).toContainEqual({
    slug: team.slug,
    name: 'アクメ',
    members: 1,
    apps: 0,
    connections: 0,
  });
  expect(await findTeam(team.slug)).toMatchObject({ id: team.id });
  await createTeam();
  await expect(findTeam(undefined)).rejects.toThrow(team.slug);
  await expect(findTeam('nowhere')).rejects.toThrow('There is no team nowhere');
});
