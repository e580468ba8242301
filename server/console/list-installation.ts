import 'server-only';
import { db } from '@/server/database/client';
import { findTeam } from './find-team';

type Line = Record<string, string | number>;

/** Every team, with how much is in it. */
export async function listTeamSizes(): Promise<Line[]> {
  const teams = await db.team.findMany({
    orderBy: { slug: 'asc' },
    select: { slug: true, name: true, _count: { select: { memberships: true, apps: true, connections: true } } },
  });
  return teams.map(({ slug, name, _count: { memberships: members, ...counts } }) => ({
    slug,
    name,
    members,
    ...counts,
  }));
}

/** The people of a team, owners first. */
export async function listPeople(slug: string | undefined): Promise<Line[]> {
  const { id: teamId } = await findTeam(slug);
  const members = await db.membership.findMany({
    where: { teamId },
    orderBy: [{ role: 'asc' }, { user: { email: 'asc' } }],
    select: { role: true, createdAt: true, user: { select: { email: true, name: true } } },
  });
  return members.map(({ role, createdAt, user }) => ({ role, ...user, since: createdAt.toISOString().slice(0, 10) }));
}
