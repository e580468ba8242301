import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';

const most = 300;

/** The statuses, countries and currencies that the team's advertisers have, to be chosen from. */
export async function listChoices({ teamId }: Actor) {
  const [status, country, currency] = await Promise.all([
    valuesOf(teamId, Prisma.sql`status`),
    valuesOf(teamId, Prisma.sql`country`),
    valuesOf(teamId, Prisma.sql`currency`),
  ]);
  return { status, country, currency };
}

/** Leaps from one value to the next along the index, however many rows share each. */
async function valuesOf(teamId: string, column: Prisma.Sql): Promise<string[]> {
  const next = (beyond: Prisma.Sql) => Prisma.sql`(SELECT a.${column} FROM "Advertiser" a
    WHERE a."teamId" = ${teamId}::uuid AND ${beyond} ORDER BY a.${column} LIMIT 1)`;
  const rows = await db.$queryRaw<{ value: string }[]>`
    WITH RECURSIVE found(value) AS (
      ${next(Prisma.sql`a.${column} IS NOT NULL`)}
      UNION ALL SELECT ${next(Prisma.sql`a.${column} > found.value`)} FROM found WHERE found.value IS NOT NULL
    ) SELECT value FROM found WHERE value <> '' LIMIT ${most}`;
  return rows.map(({ value }) => value);
}
