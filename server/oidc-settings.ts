import 'server-only';
import { role, type Role } from '@/contract/permissions';

/** That a group at the provider means a role in a team. */
export type GroupRole = { team: string; group: string; role: Role };

/** `acme/Ad operators=operator;acme/Ad admins=admin`: team, group and role; a group’s name may hold `/` and `=`. */
export function parseGroupRoles(text: string): GroupRole[] {
  const entries = text.split(';').map((entry) => entry.trim());
  return entries.filter(Boolean).map((entry) => {
    const [slash, equals] = [entry.indexOf('/'), entry.lastIndexOf('=')];
    const given = role.safeParse(entry.slice(equals + 1).trim());
    const [team, group] = [entry.slice(0, slash).trim(), entry.slice(slash + 1, equals).trim()];
    if (slash < 1 || equals < slash || !team || !group || !given.success) {
      throw new Error('wants team-slug/group=role, separated by semicolons');
    }
    return { team, group, role: given.data };
  });
}
