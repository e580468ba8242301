import { createRouterClient } from '@orpc/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { role as roles } from '@/contract/permissions';
import { mayGive } from '@/contract/role-heights';
import { router } from '@/server/api';
import type { Person } from '@/server/auth/actor';
import { isPassword } from '@/server/auth/password';
import { changeRole } from '@/server/members/change-role';
import { removeMember } from '@/server/members/remove-member';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf, type TestTeam } from '@/test/factories';
import { acceptInvitation } from './accept-invitation';
import { describeOffer } from './describe-offer';

let team: TestTeam;
let owner: Person;
let address: string;

beforeEach(async () => {
  team = await createTeam();
  owner = await createPerson(team, 'owner');
  address = `${crypto.randomUUID()}@example.com`;
});

const invitations = (actor: Person) =>
  createRouterClient(router, { context: { headers: new Headers(), actor } }).invitations;
const tokenOf = ({ link }: { link: string }) => new URL(link).hash.slice(1);
const nobody = new Headers();
const account = { name: 'Mika Tanaka', password: 'correct horse battery' };
const roleOf = async (email: string) =>
  (await db.membership.findFirst({ where: { teamId: team.id, user: { email } }, select: { role: true } }))?.role;
const actions = async () =>
  (await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { sequence: 'asc' } })).map(
    ({ action }) => action,
  );
const is = (reason: string) => ({ code: 'not_found', data: { reason } });
const expire = (id: string) =>
  db.invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });

describe('inviting', () => {
  test('makes a link that is told once: the database knows its digest only, and its token is in no query', async () => {
    const made = await invitations(owner).create({ email: ` ${address.toUpperCase()} `, role: 'operator' });
    const { link, invitation, mail } = made;
    expect({ invitation, mail }).toMatchObject({ invitation: { email: address, role: 'operator' }, mail: 'off' });
    const url = new URL(link);
    expect([url.pathname, url.search]).toEqual(['/invitation', '']);
    expect(Buffer.from(tokenOf(made), 'base64url')).toHaveLength(32);
    const lifetime = new Date(invitation.expiresAt).getTime() - Date.now();
    expect(Math.round(lifetime / 3_600_000)).toBe(24);
    const rows = JSON.stringify([
      await db.invitation.findMany({ where: { teamId: team.id } }),
      await db.auditEvent.findMany({ where: { teamId: team.id }, omit: { sequence: true } }),
      await invitations(owner).list(),
    ]);
    expect(rows).not.toContain(tokenOf(made));
  });

  test('to a role that reads tokens wants a proof of who invites, sent again too', async () => {
    const unproved = { ...owner, authenticatedAt: new Date(Date.now() - 6 * 60_000) };
    const asked = { email: address, role: 'admin' } as const;
    await expect(invitations(unproved).create(asked)).rejects.toMatchObject({ code: 'password_needed' });
    const { invitation } = await invitations(owner).create(asked);
    const again = invitations(unproved).resend({ id: invitation.id, expiresInHours: 24 });
    await expect(again).rejects.toMatchObject({ code: 'password_needed' });
    await invitations(unproved).create({ email: `operator-${address}`, role: 'operator' });
  });

  test.each(['owner', 'admin'] as const)('%s invites to no role above their own', async (own) => {
    const actor = await createPerson(team, own);
    for (const role of roles.options) {
      const made = invitations(actor).create({ email: `${role}-${address}`, role });
      if (mayGive(own, role)) await made;
      else await expect(made).rejects.toMatchObject({ code: 'forbidden', data: { reason: 'role_too_high' } });
    }
  });

  test('refuses a member and whoever is invited, and tells nothing of accounts elsewhere', async () => {
    const elsewhere = await createPerson(await createTeam());
    const member = await createPerson(team, 'auditor');
    const create = (email: string) => invitations(owner).create({ email, role: 'auditor' });
    const [known, unknown] = [await create(elsewhere.email), await create(address)];
    const shape = ({ invitation }: typeof known) => ({
      ...invitation,
      id: '',
      email: '',
      createdAt: '',
      expiresAt: '',
    });
    expect(shape(known)).toEqual(shape(unknown));
    await expect(create(member.email)).rejects.toMatchObject({ code: 'conflict', data: { reason: 'already_member' } });
    await expect(create(address)).rejects.toMatchObject({ code: 'conflict', data: { reason: 'already_invited' } });
  });

  test('takes no field that is none of the caller’s: no team, no token, no inviter', async () => {
    for (const extra of [{ teamId: team.id }, { tokenHash: 'x' }, { invitedById: owner.id }, { acceptedAt: null }]) {
      const input = { email: address, role: 'operator', ...extra } as { email: string; role: 'operator' };
      await expect(invitations(owner).create(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
  });
});

describe('accepting', () => {
  test('makes a new person a member, once, however many try at the same time', async () => {
    const made = await invitations(owner).create({ email: address, role: 'operator' });
    const token = tokenOf(made);
    expect(await describeOffer(token, nobody)).toMatchObject({ team: team.name, email: address, needs: 'account' });
    expect(await describeOffer(token, nobody)).toMatchObject({ needs: 'account' });
    const endings = await Promise.allSettled(
      Array.from({ length: 10 }, () => acceptInvitation({ token, account }, nobody)),
    );
    expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const user = await db.user.findUniqueOrThrow({
      where: { email: address },
      select: { name: true, passwordHash: true },
    });
    expect(user.name).toBe(account.name);
    expect(await isPassword(account.password, user.passwordHash)).toBe(true);
    expect(await roleOf(address)).toBe('operator');
    expect(await actions()).toEqual(['invitation.created', 'member.joined']);
    await expect(describeOffer(token, nobody)).rejects.toMatchObject(is('used'));
    await expect(acceptInvitation({ token, account }, nobody)).rejects.toMatchObject(is('used'));
  });

  test('wants somebody who has an account to sign in first, and changes nothing about it', async () => {
    const person = await createPerson(await createTeam(), 'auditor');
    const token = tokenOf(await invitations(owner).create({ email: person.email, role: 'admin' }));
    expect(await describeOffer(token, nobody)).toMatchObject({ needs: 'sign_in' });
    await expect(acceptInvitation({ token, account }, nobody)).rejects.toMatchObject({ code: 'unauthenticated' });
    const headers = await headersOf(person);
    expect(await describeOffer(token, headers)).toMatchObject({ needs: 'join' });
    expect(await acceptInvitation({ token, account }, headers)).toEqual({ teamSlug: team.slug });
    expect(
      await db.user.findUniqueOrThrow({ where: { id: person.id }, select: { name: true, passwordHash: true } }),
    ).toMatchObject({
      name: person.name,
      passwordHash: null,
    });
    expect(await roleOf(person.email)).toBe('admin');
  });

  test('is for the invited address: nobody else who is signed in takes it', async () => {
    const other = await headersOf(await createPerson(await createTeam()));
    const token = tokenOf(await invitations(owner).create({ email: address, role: 'owner' }));
    expect(await describeOffer(token, other)).toMatchObject({ needs: 'sign_out', signedInAs: expect.any(String) });
    await expect(acceptInvitation({ token, account }, other)).rejects.toMatchObject({
      data: { reason: 'other_person' },
    });
    expect(await roleOf(address)).toBeUndefined();
  });

  test('takes a password by the rules of every password', async () => {
    const token = tokenOf(await invitations(owner).create({ email: address, role: 'auditor' }));
    for (const password of ['short', 'Password1']) {
      const given = { token, account: { ...account, password } };
      await expect(acceptInvitation(given, nobody)).rejects.toMatchObject({ code: 'invalid_input' });
    }
    await expect(acceptInvitation({ token }, nobody)).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await describeOffer(token, nobody)).toMatchObject({ needs: 'account' });
  });
});

describe('what is over', () => {
  test('says so: used and expired have a way out, everything else is as if it had never been', async () => {
    await expect(describeOffer('x'.repeat(43), nobody)).rejects.toMatchObject(is('unknown'));
    const made = await invitations(owner).create({ email: address, role: 'operator' });
    await expire(made.invitation.id);
    await expect(acceptInvitation({ token: tokenOf(made), account }, nobody)).rejects.toMatchObject(is('expired'));
    const again = await invitations(owner).resend({ id: made.invitation.id, expiresInHours: 1 });
    await expect(describeOffer(tokenOf(made), nobody)).rejects.toMatchObject(is('unknown'));
    expect(await describeOffer(tokenOf(again), nobody)).toMatchObject({ needs: 'account' });
    await invitations(owner).withdraw({ id: made.invitation.id });
    await expect(describeOffer(tokenOf(again), nobody)).rejects.toMatchObject(is('unknown'));
    await expect(acceptInvitation({ token: tokenOf(again), account }, nobody)).rejects.toMatchObject(is('unknown'));
    await expect(invitations(owner).resend({ id: made.invitation.id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await invitations(owner).list()).toEqual([]);
    expect(await actions()).toEqual(['invitation.created', 'invitation.resent', 'invitation.withdrawn']);
  });

  test('is whatever somebody promised who may not promise it any more', async () => {
    const admin = await createPerson(team, 'admin');
    const made = await invitations(admin).create({ email: address, role: 'admin' });
    await db.membership.updateMany({ where: { userId: admin.id }, data: { role: 'operator' } });
    await expect(acceptInvitation({ token: tokenOf(made), account }, nobody)).rejects.toMatchObject(is('unknown'));
  });

  test('is what a member invited before they were lowered or removed', async () => {
    const [lowered, removed] = [await createPerson(team, 'owner'), await createPerson(team, 'admin')];
    const promised = await invitations(lowered).create({ email: `a-${address}`, role: 'owner' });
    const kept = await invitations(lowered).create({ email: `b-${address}`, role: 'operator' });
    const gone = await invitations(removed).create({ email: `c-${address}`, role: 'admin' });
    await changeRole(owner, { id: lowered.id, role: 'admin' });
    await removeMember(owner, { id: removed.id });
    expect((await invitations(owner).list()).map(({ id }) => id)).toEqual([kept.invitation.id]);
    for (const made of [promised, gone]) {
      await expect(describeOffer(tokenOf(made), nobody)).rejects.toMatchObject(is('unknown'));
    }
  });

  test('of another team is not there', async () => {
    const { invitation } = await invitations(owner).create({ email: address, role: 'operator' });
    const stranger = invitations(await createPerson(await createTeam()));
    expect(await stranger.list()).toEqual([]);
    await expect(stranger.resend({ id: invitation.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(stranger.withdraw({ id: invitation.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});
