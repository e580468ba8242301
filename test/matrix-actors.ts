import type { Role } from '@/contract/permissions';
import matrix from '@/security/authz-matrix.json';
import type { Person } from '@/server/auth/actor';
import { changeRole } from '@/server/members/change-role';
import { removeMember } from '@/server/members/remove-member';
import { createApiKey, createPerson, createTeam, headersOf, type TestTeam } from '@/test/factories';

export type Verdict = string | number;

/** The twelve of the file, by name. */
export const actors = Object.keys(matrix.actors);
const everywhere: Record<string, Verdict> = matrix.ofTeams.everywhere;
const ofPersons: Record<string, Verdict> = matrix.ofPersons.everywhere;
export const rows: Record<string, Record<string, Verdict>> = matrix.ofTeams.operations;

/** What the file says of an operation and an actor, its rules applied. */
export function saidOf(name: string, actor: string): Verdict | undefined {
  if (matrix.ofPersons.operations.includes(name)) return ofPersons[actor];
  const said = everywhere[actor] ?? rows[name]?.[actor];
  const as = /^as (\w+)$/.exec(String(said))?.[1];
  return as ? rows[name]?.[as] : said;
}

/** What each of them sends along, made anew for each request: some operations end sessions. */
export async function matrixActors(team: TestTeam): Promise<Record<string, () => Promise<Headers>>> {
  const owner = await createPerson(team, 'owner');
  const nobody = async () => new Headers({ 'x-team': team.slug });
  const member = (role: Role) => async () => headersOf(await createPerson(team, role));
  const afterwards = (change: (admin: Person) => Promise<unknown>) => async () => {
    const admin = await createPerson(team, 'admin');
    const live = await headersOf(admin);
    await change(admin);
    return live;
  };
  return {
    anonymous: nobody,
    'guest-with-connect-link': nobody,
    'guest-with-expired-link': nobody,
    auditor: member('auditor'),
    operator: member('operator'),
    admin: member('admin'),
    owner: member('owner'),
    'admin-of-other-team': async () => {
      const stranger = await createPerson(await createTeam(), 'admin');
      return headersOf({ ...stranger, teamSlug: team.slug });
    },
    'removed-member-live-session': afterwards(({ id }) => removeMember(owner, { id })),
    'demoted-member-live-session': afterwards(({ id }) => changeRole(owner, { id, role: 'auditor' })),
    'api-key-in-scope': async () => (await createApiKey(owner)).headers,
    'api-key-out-of-scope': async () => (await createApiKey(owner, { permissions: [] })).headers,
  };
}
