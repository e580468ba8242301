import 'server-only';
import type { Owned } from '@/contract/members';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';

type Between = Pick<Actor, 'teamId'> & { from: string; to: string };

/** What the schema ties to a membership, by the column that does: none of it may be left behind. */
export const tied = {
  connections: ['Connection', 'ownerId'],
  authorizations: ['Authorization', 'startedById'],
  views: ['SavedView', 'userId'],
  links: ['ConnectLink', 'createdById'],
  apiKeys: ['ApiKey', 'createdById'],
  jobs: ['BulkJob', 'createdById'],
  invitations: ['Invitation', 'invitedById'],
} as const;
type Tied = keyof typeof tied;

const shareable: Tied[] = ['connections', 'authorizations', 'views', 'links', 'jobs'];
const all = Object.keys(tied) as Tied[];

/** What somebody hands over while they stay: keys and invitations stay with whose authority they carry. */
export async function handOver(tx: Transaction, between: Between): Promise<Owned> {
  await renameClashing(tx, between);
  return move(tx, between, shareable);
}

/**
 * What somebody leaves behind. They know their API keys and the links of their invitations: both stop working, and
 * only the record of them passes on. Views that they kept to themselves go with them.
 */
export async function leaveBehind(tx: Transaction, between: Between): Promise<Owned & { invitations: number }> {
  const { teamId, from } = between;
  const now = new Date();
  await tx.savedView.deleteMany({ where: { teamId, userId: from, shared: false } });
  const keys = await tx.apiKey.updateMany({
    where: { teamId, createdById: from, revokedAt: null },
    data: { revokedAt: now },
  });
  const invitations = await tx.invitation.updateMany({
    where: { teamId, invitedById: from, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  await renameClashing(tx, between);
  return { ...(await move(tx, between, all)), apiKeys: keys.count, invitations: invitations.count };
}

async function move(tx: Transaction, { teamId, from, to }: Between, what: readonly Tied[]): Promise<Owned> {
  const counts: Owned = { connections: 0, authorizations: 0, views: 0, links: 0, apiKeys: 0 };
  for (const name of what) {
    const [table, column] = tied[name].map((identifier) => Prisma.raw(`"${identifier}"`)) as [Prisma.Sql, Prisma.Sql];
    const shared = name === 'views' ? Prisma.sql`AND shared` : Prisma.empty;
    const count = await tx.$executeRaw`
      UPDATE ${table} SET ${column} = ${to}::uuid WHERE "teamId" = ${teamId}::uuid AND ${column} = ${from}::uuid ${shared}`;
    if (name in counts) counts[name as keyof Owned] = count;
  }
  return counts;
}

/** A person has one view of a name: where both have it, the one that comes is told apart by the end of its id. */
async function renameClashing(tx: Transaction, { teamId, from, to }: Between): Promise<void> {
  await tx.$executeRaw`
    UPDATE "SavedView" v SET name = left(v.name, 50) || ' (' || right(v.id::text, 6) || ')'
    WHERE v."teamId" = ${teamId}::uuid AND v."userId" = ${from}::uuid AND v.shared AND EXISTS (
      SELECT FROM "SavedView" o
      WHERE o."teamId" = v."teamId" AND o."userId" = ${to}::uuid AND o.noun = v.noun AND o.name = v.name)`;
}
