import type { Role } from '@/contract/permissions';
import type { Person } from '@/server/auth/actor';
import { hashPassword } from '@/server/auth/password';
import { db } from '@/server/database/client';
import { newId } from '@/server/database/new-id';
import { createOwner } from '@/server/members/create-owner';

export const demoPassword = 'hoshi-demo';
const teamName = 'Hoshi Agency';

const others = [
  ['admin', 'Daniel Weber', 'admin@hoshi.example'],
  ['operator', '木村 結衣', 'operator@hoshi.example'],
  ['auditor', 'Carol Osei', 'auditor@hoshi.example'],
] as const;

const demoOwner = { name: '星野 美咲', email: 'owner@hoshi.example' };
export const demoEmails = [demoOwner.email, ...others.map(([, , email]) => email)];

export type People = Record<'owner' | 'admin' | 'operator', Person>;

/** The team, with somebody in every role. All have the same password. */
export async function seedPeople(): Promise<People> {
  const { teamId, teamSlug, userId } = await createOwner({ ...demoOwner, password: demoPassword, teamName });
  const passwordHash = await hashPassword(demoPassword);
  const team = { teamId, teamSlug, teamName };
  const person = (role: Role, user: { id: string; name: string; email: string }): Person => ({
    kind: 'person',
    ...user,
    ...team,
    role,
    sessionId: newId(),
    authenticatedAt: new Date(),
    ip: '203.0.113.24',
    userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)',
  });
  const people = { owner: person('owner', { id: userId, ...demoOwner }) } as People & { auditor: Person };
  for (const [role, name, email] of others) {
    const user = await db.user.create({
      data: { name, email, passwordHash, passwordSetAt: new Date() },
      select: { id: true, name: true, email: true },
    });
    await db.membership.create({ data: { teamId, userId: user.id, role } });
    people[role] = person(role, user);
  }
  return people;
}
