import 'server-only';
import { needKinds, type Need } from '@/contract/health';
import type { Actor } from '@/server/auth/actor';
import { and, appsWithin, authorizationsWithin, connectionsWithin } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';

type Row = { kind: Need['kind']; count: number; first: Need['first']; until: Date | null };

const mostNamed = 3;
/** An Authorized URL that ends so soon, and nobody has come back, is worth a word. */
const soonHours = 12;

/** What waits for a person today, the most urgent kind first; kinds of which nothing waits are left out. */
export async function listNeeds(actor: Actor): Promise<Need[]> {
  const { teamId } = actor;
  const connections = (['auth_broken', 'app_problem', 'degraded'] as const).map((state) =>
    told(
      state,
      Prisma.sql`
      SELECT c.id, c.name, NULL::timestamptz AS until, c."stateSince" AS since FROM "Connection" c
      WHERE c."teamId" = ${teamId}::uuid AND c.state = ${state}::"ConnectionState" AND c."archivedAt" IS NULL
        ${and(connectionsWithin(actor))}`,
    ),
  );
  const rows = await db.$queryRaw<Row[]>(
    Prisma.join(
      [
        ...connections,
        told('code_kept', authorizations(actor, Prisma.sql`z.status = 'quarantined'`)),
        told('comparison', authorizations(actor, Prisma.sql`z.status = 'comparing'`)),
        told(
          'expiring',
          authorizations(
            actor,
            Prisma.sql`z.status = 'pending' AND z."expiresAt" BETWEEN now() AND now() + make_interval(hours => ${soonHours}::int)`,
          ),
        ),
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
  return rows
    .filter(({ count }) => count > 0)
    .map(({ until, ...row }) => ({ ...row, until: until?.toISOString() ?? null }))
    .toSorted((a, b) => needKinds.indexOf(a.kind) - needKinds.indexOf(b.kind));
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
