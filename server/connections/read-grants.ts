import 'server-only';
import type { Grant, GrantFilter } from '@/contract/grants';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { beginsWithDigits } from '@/server/database/digit-prefix';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage } from '@/server/database/keyset';
import { holds } from '@/server/database/search';
import { grantOrder } from './grant-order';
import { newSince } from './new-since';
import { onlyThis, reached } from './reached';

type Dates = 'since' | 'firstSeenAt';
type GrantRow = Omit<Grant, 'advertiserId' | Dates> & Record<Dates, Date> & { id: string; value: string | null };
type Of = {
  connectionId: string;
  q?: string;
  sort?: GrantFilter['sort'];
  newToTeam?: boolean;
  /** Conditions on what `reached` names. */
  narrowed?: Prisma.Sql[];
  /** How many there are, where that is known without counting. */
  total?: number;
};

/** One page of the advertisers that a connection reaches. */
export async function readGrants(
  actor: Actor,
  { connectionId, q, sort = 'name', newToTeam, narrowed = [], total }: Of,
  page: { cursor?: string; limit: number; skip?: number },
) {
  const { teamId } = actor;
  const isNew = newFrom(await newSince(teamId, connectionId));
  const granted = Prisma.sql`g."teamId" = ${teamId}::uuid AND g."connectionId" = ${connectionId}::uuid`;
  const conditions = [
    granted,
    ...(q ? [matching(q)] : []),
    ...(newToTeam === undefined ? [] : [newToTeam ? isNew : Prisma.sql`NOT ${isNew}`]),
    ...narrowed,
  ];
  const matched = Prisma.join(conditions, ' AND ');
  const ordersGrants = /^-?since$/.test(sort);
  const [found, counted] = await Promise.all([
    readKeysetPage(
      grantOrder(sort),
      page,
      ({ where, orderBy, value, take, skip }) => db.$queryRaw<GrantRow[]>`
        SELECT a."advertiserId" AS id, ${value} AS value, a.name, a.status, a.currency, a.timezone, a.country, a.company,
          r."connectionCount", r."liveCount", ${onlyThis} AS "onlyThis", g.since, a."firstSeenAt", ${isNew} AS "newToTeam"
        FROM ${reached(actor, ordersGrants && skip < most ? sorted({ granted, where, orderBy }) : undefined)}
        WHERE ${matched} AND ${where} ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}`,
      (where) => count(actor, Prisma.sql`${matched} AND ${where}`),
    ),
    total ?? count(actor, matched),
  ]);
  return { ...found, rows: found.rows.map(toGrant), total: counted };
}

/** Further on than this, a jump reads faster what is joined whole. */
const most = 1_000;

/** Sorted before anything is joined: else all that are joined would be looked at before the first fifty are known. */
function sorted({ granted, where, orderBy }: Record<'granted' | 'where' | 'orderBy', Prisma.Sql>): Prisma.Sql {
  return Prisma.sql`(SELECT * FROM "Grant" g WHERE ${granted} AND ${where} ORDER BY ${orderBy} OFFSET 0) g`;
}

async function count(actor: Actor, matched: Prisma.Sql): Promise<number> {
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM ${reached(actor)} WHERE ${matched}`;
  return counted?.total ?? 0;
}

const newFrom = (since: Date | null) =>
  since ? Prisma.sql`(a."firstSeenAt" >= ${since}::timestamptz)` : Prisma.sql`false`;

function matching(q: string): Prisma.Sql {
  const named = holds(Prisma.sql`a."searchText"`, q);
  if (!/^\d{4,32}$/.test(q)) return named;
  return Prisma.sql`(${named} OR ${beginsWithDigits(Prisma.sql`a."advertiserId"`, q)})`;
}

function toGrant({ id, value: _, since, firstSeenAt, ...row }: GrantRow): Grant {
  return { advertiserId: id, ...row, since: since.toISOString(), firstSeenAt: firstSeenAt.toISOString() };
}
