import 'server-only';
import { words } from '@/contract/shapes';
import { AppError } from '@/server/errors';
import type { Person } from './actor';
import { readSession, type Membership, type Session } from './session';
import { toPerson } from './to-person';

/**
 * Who asks, in the team named by its slug. Without one a person's only team is meant.
 * @throws AppError unauthenticated; not_found for a team they do not belong to, existing or not; second_factor_needed
 * for who has none, where the team wants it of them.
 */
export async function findActor(headers: Headers, teamSlug: string | null): Promise<Person> {
  const session = await readSession(headers);
  if (!session) throw new AppError('unauthenticated', 'Sign in first.');
  if (teamSlug !== null && !words.safeParse(teamSlug).success) throw noSuchTeam();
  const memberships = session.memberships.filter(({ team }) => teamSlug === null || team.slug === teamSlug);
  const [membership] = memberships;
  if (!membership) throw noSuchTeam();
  if (memberships.length > 1) throw severalTeams(memberships.map(({ team }) => team.slug));
  if (wantsSecondFactor(session, membership)) throw secondFactorNeeded();
  return toPerson(session, membership);
}

/** Whether nothing can be done in this team before a second factor is set up. */
export function wantsSecondFactor(
  { hasTotp }: Pick<Session, 'hasTotp'>,
  { role, team }: { role: Membership['role']; team: Pick<Membership['team'], 'totpNeededBy'> },
): boolean {
  if (hasTotp || team.totpNeededBy === 'nobody') return false;
  return team.totpNeededBy === 'everybody' || role === 'owner';
}

function secondFactorNeeded(): AppError {
  return new AppError(
    'second_factor_needed',
    'This team wants you to have a second factor. Set one up in your account.',
  );
}

function noSuchTeam(): AppError {
  return new AppError('not_found', 'There is no such team, or you do not belong to it.');
}

function severalTeams(teams: string[]): AppError {
  return new AppError('invalid_input', `Name one of your teams with the header X-Team: ${teams.join(', ')}.`, {
    data: { header: 'X-Team', teams },
  });
}
