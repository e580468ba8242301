import type { Role } from '@/contract/permissions';
import { firstDay, idAt } from './ids';
import { personName, type Random } from './names';

export type Member = { id: string; name: string; email: string; role: Role };

/** Everybody in the load signs in with it. */
export const loadPassword = 'reference-load';

/** One owner, then admins, operators and auditors in the shares of an agency. */
export function makeMembers(random: Random, { slug, count }: { slug: string; count: number }): Member[] {
  return Array.from({ length: count }, (_, n) => {
    const role = roleOf(n);
    return {
      id: idAt(firstDay + n, `${slug} member ${n}`),
      name: personName(random),
      email: n === 0 ? `owner@${slug}.example` : `${role}${n}@${slug}.example`,
      role,
    };
  });
}

function roleOf(n: number): Role {
  if (n === 0) return 'owner';
  if (n % 10 === 1) return 'admin';
  return n % 10 === 2 ? 'auditor' : 'operator';
}
