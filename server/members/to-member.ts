import 'server-only';
import type { Member, Owned } from '@/contract/members';
import type { Role } from '@/contract/permissions';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';
import { ownedColumn } from './count-owned';

/** Of a membership `m` and its user `u`. */
export const memberColumns = Prisma.sql`u.id, u.name, u.email, m.role, m."createdAt" AS since`;

/** Seen is who sent a request, or did something that is on record here: sessions are forgotten once they have ended. */
export const detailColumns = Prisma.sql`
  greatest(
    (SELECT max(s."lastSeenAt") FROM "Session" s WHERE s."userId" = u.id),
    (SELECT max(e.at) FROM "AuditEvent" e WHERE e."teamId" = m."teamId" AND e."actorId" = u.id::text)
  ) AS "lastSeenAt",
  u."totpEnabledAt" IS NOT NULL AS "secondFactor",
  u."passwordHash" IS NOT NULL AS password,
  EXISTS (SELECT FROM "Identity" i WHERE i."userId" = u.id) AS openid,
  ${ownedColumn} AS owned`;

export type MemberRow = { id: string; name: string; email: string; role: Role; since: Date };
export type DetailedRow = MemberRow & {
  lastSeenAt: Date | null;
  secondFactor: boolean;
  password: boolean;
  openid: boolean;
  owned: Owned;
};

export function readMember({ id, name, email, role, since, ...rest }: MemberRow | DetailedRow): Member {
  const member = { id, name, email, role, since: since.toISOString() };
  return { ...member, details: 'owned' in rest ? readDetails(rest) : null };
}

function readDetails({ lastSeenAt, secondFactor, password, openid, owned }: Omit<DetailedRow, keyof MemberRow>) {
  const signIn = [...(password ? ['password' as const] : []), ...(openid ? ['openid' as const] : [])];
  return { lastSeenAt: lastSeenAt?.toISOString() ?? null, secondFactor, signIn, owned };
}

/** One member with everything about them. @throws AppError not_found */
export async function toMember(tx: Transaction, { teamId }: Actor, id: string): Promise<Member> {
  const [row] = await tx.$queryRaw<DetailedRow[]>`
    SELECT ${memberColumns}, ${detailColumns} FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE m."teamId" = ${teamId}::uuid AND m."userId" = ${id}::uuid`;
  if (!row) throw new AppError('not_found', 'There is no such member in this team.');
  return readMember(row);
}
