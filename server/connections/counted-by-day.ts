import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { connectionsWithin } from '@/server/auth/within';
import { Prisma } from '@/server/database/generated/client';
import type { ConnectionMatch } from './connection-where';

type Days = Pick<ConnectionMatch, 'archived' | 'authorizedAfter' | 'authorizedBefore'>;

const ofDays = ['archived', 'authorizedAfter', 'authorizedBefore'];

/** Whether a filter says nothing but when connections were authorized last, and whoever asks may know them all. */
export function isOfDays(actor: Actor, filter: object): boolean {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return connectionsWithin(actor).length === 0 && given.every(([name]) => ofDays.includes(name));
}

/**
 * Counts by state under such a filter: whole days as ConnectionCount has them, what is left of the days at either end
 * from the connections themselves. The work depends on the days, and not on how many connections there are.
 */
export function countedByDay({ teamId }: Actor, { archived, authorizedAfter: from, authorizedBefore: to }: Days) {
  const ofTeam = Prisma.sql`"teamId" = ${teamId}::uuid AND archived = ${archived}`;
  const fromThen = from ? Prisma.sql`AND "lastAuthorizedAt" >= ${from}::timestamptz` : Prisma.empty;
  const toThen = to ? Prisma.sql`AND "lastAuthorizedAt" < ${to}::timestamptz` : Prisma.empty;
  const parts = [
    Prisma.sql`SELECT state, count FROM "ConnectionCount" WHERE ${ofTeam}
      ${from ? Prisma.sql`AND day > day_of(${from}::timestamptz)` : Prisma.empty}
      ${to ? Prisma.sql`AND day < day_of(${to}::timestamptz)` : Prisma.empty}`,
  ];
  const ofDay = (moment: string, unless = Prisma.empty) => Prisma.sql`
    SELECT state, count(*) FROM "Connection" WHERE ${ofTeam} ${fromThen} ${toThen}
      AND "lastAuthorizedAt" >= start_of(day_of(${moment}::timestamptz))
      AND "lastAuthorizedAt" < start_of(day_of(${moment}::timestamptz) + 1) ${unless} GROUP BY state`;
  if (from) parts.push(ofDay(from));
  // Both ends may lie on one day.
  if (to)
    parts.push(
      ofDay(to, from ? Prisma.sql`AND day_of(${from}::timestamptz) <> day_of(${to}::timestamptz)` : Prisma.empty),
    );
  return Prisma.sql`SELECT state, sum(count)::int AS count FROM (${Prisma.join(parts, ' UNION ALL ')}) counted GROUP BY state`;
}
