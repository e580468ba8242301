import 'server-only';
import { db } from '@/server/database/client';

const perQuery = 1_000;

/**
 * The advertisers that a connection reaches and nobody has described since `staleBefore`. Without a join: a planner that
 * knows nothing of tables this new takes seconds over one.
 */
export async function undescribed(
  { teamId, connectionId }: { teamId: string; connectionId: string },
  staleBefore: Date,
): Promise<string[]> {
  const reached = await db.grant.findMany({
    where: { teamId, connectionId },
    select: { advertiserId: true },
    orderBy: { advertiserId: 'asc' },
  });
  const found: string[] = [];
  for (let start = 0; start < reached.length; start += perQuery) {
    const ids = reached.slice(start, start + perQuery).map(({ advertiserId }) => advertiserId);
    const rows = await db.advertiser.findMany({
      where: { teamId, advertiserId: { in: ids }, OR: [{ describedAt: null }, { describedAt: { lt: staleBefore } }] },
      select: { advertiserId: true },
    });
    found.push(...rows.map(({ advertiserId }) => advertiserId));
  }
  return found;
}
