import 'server-only';
import type { AuthorizationStatus } from '@/contract/authorizations';
import { db } from '@/server/database/client';
import { digest } from './state';

/** What a callback has to know of the authorization whose state it brings. */
export type Arrival = {
  id: string;
  teamId: string;
  status: AuthorizationStatus;
  bound: boolean;
  bindingHash: Uint8Array | null;
  startedById: string | null;
  startedByName: string | null;
  acceptCopiedUrls: boolean;
};

export async function findArrival(state: string): Promise<Arrival | null> {
  const [found] = await db.$queryRaw<Arrival[]>`
    SELECT a.id, a."teamId", a.status, a.bound, a."bindingHash", a."startedById", u.name AS "startedByName",
      t."acceptCopiedUrls"
    FROM "Authorization" a JOIN "Team" t ON t.id = a."teamId"
      LEFT JOIN "Membership" m ON m."teamId" = a."teamId" AND m."userId" = a."startedById"
      LEFT JOIN "User" u ON u.id = m."userId"
    WHERE a."stateHash" = ${digest(state)}`;
  return found ?? null;
}
