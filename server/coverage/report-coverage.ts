import 'server-only';
import { coverages, type Coverage } from '@/contract/advertiser-words';
import type { CoverageReport } from '@/contract/coverage';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { rowWhere } from './coverage-rows';
import { coverageOf, expectedBy } from './expected';
import { findList } from './find-list';

/** How much of a list is covered, as things stand now. */
export async function reportCoverage(actor: Actor, { id }: { id: string }): Promise<CoverageReport> {
  const list = await findList(actor, id);
  const rows = await db.$queryRaw<{ coverage: Coverage; count: number }[]>`
    SELECT ${coverageOf} AS coverage, count(*)::int AS count FROM ${expectedBy(actor)}
    WHERE ${rowWhere(actor, { id })} GROUP BY 1`;
  const found = Object.fromEntries(rows.map(({ coverage, count }) => [coverage, count]));
  const counts = Object.fromEntries(coverages.map((coverage) => [coverage, found[coverage] ?? 0]));
  return { ...list, counts: counts as CoverageReport['counts'] };
}
