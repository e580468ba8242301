import 'server-only';
import type { AuthorizationStatus } from '@/contract/authorizations';
import type { Role } from '@/contract/permissions';
import { db } from '@/server/database/client';
import type { Membership } from '@/server/auth/session';
import { digest } from './state';

export type Starter = { id: string; name: string; hasTotp: boolean; role: Role };

/** What a callback has to know of the authorization whose state it brings. */
export type Arrival = {
  id: string;
  teamId: string;
  status: AuthorizationStatus;
  bound: boolean;
  bindingHash: Uint8Array | null;
  /** Whoever started it, where they belong to the team still. */
  starter: Starter | null;
  acceptCopiedUrls: boolean;
  totpNeededBy: Membership['team']['totpNeededBy'];
};

export async function findArrival(state: string): Promise<Arrival | null> {
  const [found] = await db.$queryRaw<Arrival[]>`
    SELECT a.id, a."teamId", a.status, a.bound, a."bindingHash", t."acceptCopiedUrls", t."totpNeededBy",
      CASE WHEN u.id IS NOT NULL THEN
        jsonb_build_object('id', u.id, 'name', u.name, 'hasTotp', u."totpEnabledAt" IS NOT NULL, 'role', m.role) END AS starter
    FROM "Authorization" a JOIN "Team" t ON t.id = a."teamId"
      LEFT JOIN "Membership" m ON m."teamId" = a."teamId" AND m."userId" = a."startedById"
      LEFT JOIN "User" u ON u.id = m."userId"
    WHERE a."stateHash" = ${digest(state)}`;
  return found ?? null;
}
