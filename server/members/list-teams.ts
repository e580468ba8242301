import 'server-only';
import { db } from '@/server/database/client';

/** The teams a person belongs to, by name. */
export async function listTeams(userId: string): Promise<{ slug: string; name: string }[]> {
  return db.team.findMany({
    where: { memberships: { some: { userId } } },
    orderBy: [{ name: 'asc' }, { slug: 'asc' }],
    select: { slug: true, name: true },
  });
}
