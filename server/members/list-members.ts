import 'server-only';
import { z } from 'zod';
import type { MemberFilter } from '@/contract/members';
import { words } from '@/contract/shapes';
import { may, type Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage, type KeysetOrder } from '@/server/database/keyset';
import { literal } from '@/server/database/like';
import { detailColumns, memberColumns, readMember, type DetailedRow, type MemberRow } from './to-member';

const byName: KeysetOrder = {
  name: 'name',
  column: Prisma.sql`u.name`,
  type: 'text',
  value: words,
  id: { column: Prisma.sql`u.id`, type: 'uuid', value: z.uuid() },
  descending: false,
};

/**
 * The people of the team by name, a page at a time. A team is hundreds, so that its members are read and sorted. How
 * somebody signs in, and what is in their care, is told to who may read the audit.
 */
export async function listMembers(actor: Actor, { q, details, cursor, limit }: MemberFilter) {
  const { teamId } = actor;
  const more = details && may(actor, 'audit.read') ? Prisma.sql`, ${detailColumns}` : Prisma.empty;
  const matching = Prisma.sql`
    "Membership" m JOIN "User" u ON u.id = m."userId" WHERE m."teamId" = ${teamId}::uuid ${q ? named(q) : Prisma.empty}`;
  const [{ rows, ...page }, [counted]] = await Promise.all([
    readKeysetPage(
      byName,
      { cursor, limit },
      ({ where, orderBy, value, take }) => db.$queryRaw<((MemberRow | DetailedRow) & { value: string | null })[]>`
        SELECT ${memberColumns}, ${value} AS value ${more}
        FROM ${matching} AND ${where} ORDER BY ${orderBy} LIMIT ${take}`,
    ),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${matching}`,
  ]);
  return { ...page, rows: rows.map(readMember), total: counted?.total ?? 0 };
}

/** Whatever the width and case it is typed in. */
function named(q: string): Prisma.Sql {
  const pattern = `%${literal(q.normalize('NFKC'))}%`;
  return Prisma.sql`AND (normalize(u.name, NFKC) ILIKE ${pattern} OR u.email ILIKE ${pattern})`;
}
