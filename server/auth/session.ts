import 'server-only';
import type { Role } from '@/contract/permissions';
import type { totpNeededBy } from '@/contract/team-words';
import { db } from '@/server/database/client';
import { addressOf } from './address';
import { sessionIdOf } from './session-cookie';

/** Ends after twelve hours without a request, and after seven days in any case. */
export const sessionLife = { absoluteMs: 7 * 24 * 3_600_000, idleMs: 12 * 3_600_000 };
const seenEveryMs = 60_000;

type TotpNeededBy = (typeof totpNeededBy)[number];
export type Membership = { role: Role; team: { id: string; slug: string; name: string; totpNeededBy: TotpNeededBy } };

export type Session = {
  id: string;
  authenticatedAt: Date;
  user: { id: string; name: string; email: string };
  /** Whether signing in takes a second step. */
  hasTotp: boolean;
  /** By their slugs. */
  memberships: Membership[];
  ip: string | null;
  userAgent: string | null;
};

type Row = {
  id: string;
  authenticatedAt: Date;
  lastSeenAt: Date;
  userId: string;
  name: string;
  email: string;
  hasTotp: boolean;
  teams: ({ role: Role } & Membership['team'])[];
};

/**
 * The session that a request's cookie names, if it still stands and every step of signing in is done. Looked up each
 * time, so that it can be ended at once.
 */
export async function readSession(headers: Headers): Promise<Session | null> {
  const id = await sessionIdOf(headers);
  if (!id) return null;
  const now = Date.now();
  const found = await lookUp(id, now);
  if (!found) return null;
  const { lastSeenAt, userId, name, email, hasTotp, teams, authenticatedAt } = found;
  if (now - lastSeenAt.getTime() > seenEveryMs) {
    await db.session.updateMany({ where: { id }, data: { lastSeenAt: new Date(now) } });
  }
  const memberships = teams.map(({ role, ...team }) => ({ role, team }));
  return { id, authenticatedAt, user: { id: userId, name, email }, hasTotp, memberships, ...addressOf(headers) };
}

/** One round trip for who asks and where they belong: it stands before every request. */
async function lookUp(id: string, now: number): Promise<Row | undefined> {
  const [found] = await db.$queryRaw<Row[]>`
    SELECT s.id, s."authenticatedAt", s."lastSeenAt", u.id AS "userId", u.name, u.email,
      u."totpEnabledAt" IS NOT NULL AS "hasTotp", coalesce((
      SELECT json_agg(json_build_object('role', m.role, 'id', t.id, 'slug', t.slug, 'name', t.name,
        'totpNeededBy', t."totpNeededBy") ORDER BY t.slug)
      FROM "Membership" m JOIN "Team" t ON t.id = m."teamId" WHERE m."userId" = u.id), '[]') AS teams
    FROM "Session" s JOIN "User" u ON u.id = s."userId"
    WHERE s.id = ${id}::uuid AND s."revokedAt" IS NULL AND NOT s."awaitsCode" AND s."expiresAt" > ${new Date(now)}::timestamptz
      AND s."lastSeenAt" > ${new Date(now - sessionLife.idleMs)}::timestamptz`;
  return found;
}
