import 'server-only';
import type { Role } from '@/contract/permissions';
import { mayGive } from '@/contract/role-heights';
import { record } from '@/server/audit/record';
import { systemActor, type System } from '@/server/auth/actor';
import { lockTeam } from '@/server/auth/lock-members';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { log } from '@/server/log';
import type { GroupRole } from '@/server/oidc-settings';
import { changeRole } from './change-role';
import { removeMember } from './remove-member';

type Who = { id: string; name: string };
type Given = { groups: string[]; groupRoles: readonly GroupRole[]; provider: string };

/** The highest role that these groups give in each team that has any for groups; null for none. */
export function rolesOf({ groups, groupRoles }: Omit<Given, 'provider'>): Map<string, Role | null> {
  const roles = new Map<string, Role | null>();
  for (const { team, group, role } of groupRoles) {
    const known = roles.get(team) ?? null;
    const given = groups.includes(group) ? role : null;
    roles.set(team, given && (!known || mayGive(given, known)) ? given : known);
  }
  return roles;
}

/**
 * Makes somebody’s memberships what their groups at the provider say, in the teams that groups are given roles in:
 * joins, changes, and takes away with all they own handed over. A last owner stays one.
 */
export async function syncGroups(user: Who, given: Given): Promise<void> {
  for (const [slug, role] of rolesOf(given)) {
    const team = await db.team.findUnique({ where: { slug }, select: { id: true } });
    if (!team) {
      log.warn({ team: slug }, 'OIDC_GROUP_ROLES names a team that is not there');
      continue;
    }
    const actor = systemActor(team.id, given.provider);
    try {
      await sync(actor, user, role);
    } catch (error) {
      const kept = error instanceof AppError && error.code === 'precondition_failed';
      if (!kept) throw error;
      log.warn({ team: slug, user: user.id }, 'A membership stays although the groups say otherwise: the last owner');
    }
  }
}

async function sync(actor: System, user: Who, role: Role | null): Promise<void> {
  const where = { teamId: actor.teamId, userId: user.id };
  const former = await db.membership.findUnique({ where: { teamId_userId: where }, select: { role: true } });
  if (!role) {
    if (former) await removeMember(actor, { id: user.id, ...(await heirOf(actor, user)) });
  } else if (former) {
    await changeRole(actor, { id: user.id, role });
  } else {
    await db.$transaction(async (tx) => {
      await lockTeam(tx, actor.teamId);
      const { count } = await tx.membership.createMany({ data: [{ ...where, role }], skipDuplicates: true });
      if (count === 0) return;
      await record(tx, actor, 'member.joined', { kind: 'member', ...user }, { data: { role } });
    });
  }
}

/** What they own goes to the owner who has been there longest. */
async function heirOf({ teamId }: System, { id }: Who): Promise<{ handOverTo?: string }> {
  const heir = await db.membership.findFirst({
    where: { teamId, userId: { not: id } },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
    select: { userId: true },
  });
  return heir ? { handOverTo: heir.userId } : {};
}
