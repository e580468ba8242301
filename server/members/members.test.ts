import { beforeEach, describe, expect, test } from 'vitest';
import { role as roles, type Role } from '@/contract/permissions';
import { mayGive, mayManage, readsTokens } from '@/contract/role-heights';
import type { Person } from '@/server/auth/actor';
import { findActor } from '@/server/auth/find-actor';
import { permissionsOf } from '@/server/auth/permissions';
import { createInvitation } from '@/server/invitations/create-invitation';
import { acceptInvitation } from '@/server/invitations/accept-invitation';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf, type TestTeam } from '@/test/factories';
import { changeRole } from './change-role';
import { leaveTeam, removeMember } from './remove-member';

let team: TestTeam;
let owner: Person;

beforeEach(async () => {
  team = await createTeam();
  owner = await createPerson(team, 'owner');
});

const roleOf = async (person: Person) =>
  (await db.membership.findUnique({ where: { teamId_userId: { teamId: team.id, userId: person.id } } }))?.role;
const audited = async () => {
  const where = { teamId: team.id, objectKind: 'member' };
  return db.auditEvent.findMany({ where, orderBy: { sequence: 'asc' } });
};
const ending = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

describe('a role', () => {
  test('is given by somebody at that height to somebody below, in every combination', async () => {
    for (const own of ['owner', 'admin'] as const) {
      for (const theirs of roles.options) {
        for (const given of roles.options) {
          const actor = await createPerson(team, own);
          const member = await createPerson(team, theirs);
          const allowed = own === 'owner' || (['operator', 'auditor'].includes(theirs) && given !== 'owner');
          const what = `${own} makes ${theirs} ${given}`;
          expect([what, await ending(changeRole(actor, { id: member.id, role: given }))]).toEqual([
            what,
            allowed ? 'done' : 'forbidden',
          ]);
          expect([what, await roleOf(member)]).toEqual([what, allowed ? given : theirs]);
        }
      }
    }
  });

  test.each(roles.options)('of one’s own is lowered by %s, and raised by nobody', async (own) => {
    for (const given of roles.options) {
      const self = await createPerson(team, own);
      expect(await ending(changeRole(self, { id: self.id, role: given }))).toBe(
        mayGive(own, given) ? 'done' : 'forbidden',
      );
    }
  });

  test('holds on the very next request, and is on record with what it was', async () => {
    const admin = await createPerson(team, 'admin');
    const headers = await headersOf(admin);
    expect(await findActor(headers, team.slug)).toMatchObject({ role: 'admin' });
    expect(await changeRole(owner, { id: admin.id, role: 'auditor' })).toMatchObject({ id: admin.id, role: 'auditor' });
    expect(await findActor(headers, team.slug)).toMatchObject({ role: 'auditor' });
    expect(await audited()).toMatchObject([
      { action: 'member.role_changed', objectName: admin.name, data: { role: 'auditor', formerRole: 'admin' } },
    ]);
  });

  test('that a request came with does not count any more once it is gone', async () => {
    const [admin, operator] = [await createPerson(team, 'admin'), await createPerson(team, 'operator')];
    await changeRole(owner, { id: admin.id, role: 'auditor' });
    await expect(changeRole(admin, { id: operator.id, role: 'auditor' })).rejects.toMatchObject({ code: 'forbidden' });
    await removeMember(owner, { id: admin.id });
    await expect(removeMember(admin, { id: operator.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

const longAgo = new Date(Date.now() - 6 * 60_000);

test.each(roles.options)(
  'giving the role of %s wants a proof of who gives it if and only if it reads tokens',
  async (role) => {
    const reads = permissionsOf[role].includes('connections.reveal');
    expect(readsTokens(role)).toBe(reads);
    const [there, unproved] = [
      role === 'auditor' ? 'operator' : 'auditor',
      { ...owner, authenticatedAt: longAgo },
    ] as const;
    const { id } = await createPerson(team, there);
    expect(await ending(changeRole(unproved, { id, role }))).toBe(reads ? 'password_needed' : 'done');
    expect(await ending(changeRole(owner, { id, role }))).toBe('done');
  },
);

describe('a member', () => {
  test('is removed by somebody above, and out on the very next request', async () => {
    const operator = await createPerson(team, 'operator');
    const headers = await headersOf(operator);
    await removeMember(await createPerson(team, 'admin'), { id: operator.id });
    await expect(findActor(headers, team.slug)).rejects.toMatchObject({ code: 'not_found' });
    expect(await audited()).toMatchObject([
      { action: 'member.removed', objectId: operator.id, objectName: operator.name, data: { role: 'operator' } },
    ]);
  });

  test.each(roles.options.flatMap((own) => roles.options.map((theirs) => [own, theirs] as const)))(
    'removing one: %s, of %s',
    async (own: Role, theirs: Role) => {
      const [actor, member] = [await createPerson(team, own), await createPerson(team, theirs)];
      const may = permissionsOf[own].includes('members.manage') && mayManage(own, theirs);
      expect(await ending(removeMember(actor, { id: member.id }))).toBe(may ? 'done' : 'forbidden');
    },
  );

  test('who is removed does not come back by an invitation from before', async () => {
    const bob = await createPerson(await createTeam(), 'owner');
    const fields = { email: bob.email, role: 'admin', expiresInHours: 720, language: 'en' } as const;
    const { link } = await createInvitation(owner, fields);
    // By the groups of a provider, say.
    await db.membership.create({ data: { teamId: team.id, userId: bob.id, role: 'operator' } });
    await removeMember(owner, { id: bob.id });
    const accepted = acceptInvitation({ token: new URL(link).hash.slice(1) }, await headersOf(bob));
    await expect(accepted).rejects.toMatchObject({ code: 'not_found' });
    expect(await roleOf(bob)).toBeUndefined();
  });

  test('leaves by themself, and comes back only by being invited', async () => {
    const auditor = await createPerson(team, 'auditor');
    await leaveTeam(auditor, {});
    expect(await roleOf(auditor)).toBeUndefined();
    expect(await audited()).toMatchObject([{ action: 'member.left', actorId: auditor.id }]);
  });

  test('of another team is nobody here', async () => {
    const stranger = await createPerson(await createTeam(), 'auditor');
    for (const work of [
      changeRole(owner, { id: stranger.id, role: 'operator' }),
      removeMember(owner, { id: stranger.id }),
    ]) {
      await expect(work).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('the last owner', () => {
  const lastOwner = { code: 'precondition_failed', data: { reason: 'last_owner' } };

  test('stays, and stays owner', async () => {
    await expect(leaveTeam(owner, {})).rejects.toMatchObject(lastOwner);
    await expect(removeMember(owner, { id: owner.id })).rejects.toMatchObject(lastOwner);
    await expect(changeRole(owner, { id: owner.id, role: 'admin' })).rejects.toMatchObject(lastOwner);
    expect(await roleOf(owner)).toBe('owner');
  });

  test('is left, whoever of two goes and however, twenty times at once', async () => {
    const other = await createPerson(team, 'owner');
    await createPerson(team, 'admin');
    const acts = [
      () => leaveTeam(owner, {}),
      () => leaveTeam(other, {}),
      () => removeMember(owner, { id: other.id }),
      () => removeMember(other, { id: owner.id }),
      () => changeRole(owner, { id: owner.id, role: 'admin' }),
      () => changeRole(other, { id: owner.id, role: 'auditor' }),
    ];
    const endings = await Promise.all(Array.from({ length: 20 }, (_, at) => ending(acts[at % acts.length]!())));
    expect(await db.membership.count({ where: { teamId: team.id, role: 'owner' } })).toBe(1);
    expect(endings.filter((end) => end === 'done').length).toBeGreaterThan(0);
    expect(endings.filter((end) => !['done', 'forbidden', 'not_found', 'precondition_failed'].includes(end))).toEqual(
      [],
    );
  });
});
