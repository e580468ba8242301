import 'server-only';
import { needKinds, type Need } from '@/contract/health';
import type { Actor } from '@/server/auth/actor';
import { and, appsWithin, authorizationsWithin } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import type { Standing } from './read-standing';

type Row = { kind: Need['kind']; count: number; first: Need['first']; until: Date | null };

const broken = ['auth_broken', 'app_problem', 'degraded'] as const;
const mostNamed = 3;
/** An Authorized URL that ends so soon, and nobody has come back, is worth a word. */
const soonHours = 12;

/** What waits for a person today, the most urgent kind first; kinds of which nothing waits are left out. */
export async function listNeeds(actor: Actor, standing: Standing): Promise<Need[]> {
  const needs = await Promise.all([brokenConnections(actor, standing), whatRunsOut(actor)]);
  return needs
    .flat()
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => needKinds.indexOf(a.kind) - needKinds.indexOf(b.kind));
}

async function brokenConnections({ teamId }: Actor, standing: Standing): Promise<Need[]> {
  const ids = broken.flatMap((state) => standing[state].newest);
  const rows = await db.connection.findMany({ where: { teamId, id: { in: ids } }, select: { id: true, name: true } });
  return broken.map((kind) => {
    const { count, newest } = standing[kind];
    return { kind, count, first: newest.flatMap((id) => rows.find((row) => row.id === id) ?? []), until: null };
  });
}

async function whatRunsOut(actor: Actor): Promise<Need[]> {
  const { teamId } = actor;
  const soon = Prisma.sql`z."expiresAt" BETWEEN now() AND now() + make_interval(hours => ${soonHours}::int)`;
  const rows = await db.$queryRaw<Row[]>(
    Prisma.join(
      [
        told('code_kept', authorizations(actor, Prisma.sql`z.status = 'quarantined'`)),
        told('comparison', authorizations(actor, Prisma.sql`z.status = 'comparing'`)),
        told('expiring', authorizations(actor, Prisma.sql`z.status = 'pending' AND ${soon}`)),
        told(
          'app_review',
          Prisma.sql`
          SELECT a.id, a.name, NULL::timestamptz AS until, a."reviewRemindAt" AS since FROM "App" a
          WHERE a."teamId" = ${teamId}::uuid AND a."reviewRemindAt" <= now()
            AND a."reviewStatus" NOT IN ('approved', 'rejected') ${and(appsWithin(actor))}`,
        ),
      ],
      ' UNION ALL ',
    ),
  );
  return rows.map(({ until, ...row }) => ({ ...row, until: until?.toISOString() ?? null }));
}

/** Counts one kind, and names the first few: those that end soonest, or the newest. */
function told(kind: Need['kind'], waiting: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${kind}::text AS kind, count(*)::int AS count, min(until) AS until,
      coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY until, since DESC)
        FILTER (WHERE place <= ${mostNamed}), '[]') AS first
    FROM (SELECT *, row_number() OVER (ORDER BY until, since DESC) AS place FROM (${waiting}) AS w) AS waiting`;
}

/** A kept code lives for an hour from when it came; the Authorized URL for as long as it says. */
function authorizations(actor: Actor, narrowed: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT z.id, coalesce(c.name, a.name) AS name, z."createdAt" AS since,
      CASE z.status WHEN 'quarantined' THEN z."codeAt" + interval '1 hour' WHEN 'pending' THEN z."expiresAt" END AS until
    FROM "Authorization" z
    JOIN "App" a ON a."teamId" = z."teamId" AND a.id = z."appId"
    LEFT JOIN "Connection" c ON c."teamId" = z."teamId" AND c.id = z."connectionId"
    WHERE z."teamId" = ${actor.teamId}::uuid AND ${narrowed} ${and(authorizationsWithin(actor))}`;
}
