import 'server-only';
import type { Person } from './actor';
import type { Membership, Session } from './session';

export const membershipSelect = {
  role: true,
  team: { select: { id: true, slug: true, name: true, totpNeededBy: true } },
} as const;

export function toPerson(
  { id, user, authenticatedAt, ip, userAgent }: Omit<Session, 'memberships' | 'hasTotp'>,
  { role, team }: Membership,
): Person {
  return {
    kind: 'person',
    ...user,
    teamId: team.id,
    teamSlug: team.slug,
    teamName: team.name,
    role,
    sessionId: id,
    authenticatedAt,
    ip,
    userAgent,
  };
}
