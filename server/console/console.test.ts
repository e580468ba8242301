import { expect, it } from 'vitest';
import { completeReset } from '@/server/account/complete-reset';
import { hashPassword } from '@/server/auth/password';
import { newResetLink } from '@/server/auth/reset-link';
import { readSession } from '@/server/auth/session';
import { signIn } from '@/server/auth/sign-in';
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

const opens = async (email: string, password: string) => (await signIn({ email, password }, new Headers())) !== null;
const tokenOf = (link: string) => /\/reset-password#([\w-]{43})$/.exec(link)![1]!;

it('takes a password away, ends every session, and gives a link that sets another once, on record', async () => {
  const person = await createPerson(await createTeam(), 'owner', { passwordHash: await hashPassword('the old one') });
  expect(await readSession(await headersOf(person))).not.toBeNull();
  const { link: earlier } = await newResetLink(person.id);
  const { link, expiresAt } = await resetPassword(person.email.toUpperCase());
  expect(Math.abs(expiresAt.getTime() - Date.now() - 3_600_000)).toBeLessThan(20_000);
  expect(await opens(person.email, 'the old one')).toBe(false);
  expect(await readSession(await headersOf(person))).toBeNull();
  const event = await lastEvent(person.teamId);
  expect(event).toMatchObject({
    action: 'team.password_reset',
    actorName: 'Command line',
    data: { member: person.name },
  });
  const token = tokenOf(link);
  expect(JSON.stringify(event)).not.toContain(token);
  const chosen = { token, password: 'one of their own' };
  await expect(completeReset({ ...chosen, token: tokenOf(earlier) }, new Headers())).rejects.toThrow('link');
  await completeReset(chosen, new Headers());
  expect(await opens(person.email, chosen.password)).toBe(true);
  await expect(completeReset(chosen, new Headers())).rejects.toThrow('link');
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
