import 'server-only';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { anyUnguessed, unguessed } from '@/server/database/unguessed';
import { AppError } from '@/server/errors';
import type { Actor, Limits } from './actor';

export const limitsOf = (actor: Actor): Limits | null => (actor.kind === 'key' ? actor.limits : null);

/** What a connection, as `c`, has to meet to be within the limits of whoever asks: nothing, for all but limited keys. */
export function connectionsWithin(actor: Actor): Prisma.Sql[] {
  const { appIds = [], tagIds = [], advertiserIds = [] } = limitsOf(actor) ?? {};
  const conditions: Prisma.Sql[] = [];
  if (appIds.length > 0) conditions.push(Prisma.sql`c."appId" = ${anyUnguessed(appIds)}`);
  if (tagIds.length > 0) {
    conditions.push(Prisma.sql`c.id IN (SELECT w."connectionId" FROM "ConnectionTag" w
      WHERE w."teamId" = ${unguessed(actor.teamId)} AND w."tagId" = ${anyUnguessed(tagIds)})`);
  }
  if (advertiserIds.length > 0) {
    conditions.push(Prisma.sql`c.id IN (SELECT w."connectionId" FROM "Grant" w
      WHERE w."teamId" = ${unguessed(actor.teamId)} AND w."advertiserId" = ANY(${advertiserIds}::text[]))`);
  }
  return conditions;
}

/** What an advertiser has to meet, by the column that names it: one of those, and reached by a connection within. */
export function advertisersWithin(actor: Actor, column: Prisma.Sql): Prisma.Sql[] {
  const { appIds = [], tagIds = [], advertiserIds = [] } = limitsOf(actor) ?? {};
  const conditions: Prisma.Sql[] = [];
  if (advertiserIds.length > 0) conditions.push(Prisma.sql`${column} = ANY(${advertiserIds}::text[])`);
  if (appIds.length > 0 || tagIds.length > 0) {
    conditions.push(Prisma.sql`${column} IN (SELECT w."advertiserId" FROM "Connection" c
      JOIN "Grant" w ON w."teamId" = c."teamId" AND w."connectionId" = c.id
      WHERE c."teamId" = ${unguessed(actor.teamId)} AND ${Prisma.join(connectionsWithin(actor), ' AND ')})`);
  }
  return conditions;
}

/** What an app, as `a`, has to meet. */
export function appsWithin(actor: Actor): Prisma.Sql[] {
  const { appIds = [] } = limitsOf(actor) ?? {};
  return appIds.length > 0 ? [Prisma.sql`a.id = ANY(${appIds}::uuid[])`] : [];
}

/** What an authorization, as `z`, has to meet: it is one of those apps, and of a connection within where those are told apart. */
export function authorizationsWithin(actor: Actor): Prisma.Sql[] {
  const { appIds = [], tagIds = [], advertiserIds = [] } = limitsOf(actor) ?? {};
  const conditions: Prisma.Sql[] = [];
  if (appIds.length > 0) conditions.push(Prisma.sql`z."appId" = ANY(${appIds}::uuid[])`);
  if (tagIds.length > 0 || advertiserIds.length > 0) {
    conditions.push(Prisma.sql`z."connectionId" IN (SELECT c.id FROM "Connection" c
      WHERE c."teamId" = ${actor.teamId}::uuid AND ${Prisma.join(connectionsWithin(actor), ' AND ')})`);
  }
  return conditions;
}

/** What a grant, as `g`, of a connection within has to meet: that its advertiser may be named. */
export function grantsWithin(actor: Actor): Prisma.Sql[] {
  const { advertiserIds = [] } = limitsOf(actor) ?? {};
  return advertiserIds.length > 0 ? [Prisma.sql`g."advertiserId" = ANY(${advertiserIds}::text[])`] : [];
}

/** `AND …` for each of these conditions. */
export const and = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}`;

/** @throws AppError not_found, for an app beyond the limits as for none. */
export function demandAppWithin(actor: Actor, appId: string): void {
  const { appIds = [] } = limitsOf(actor) ?? {};
  if (appIds.length > 0 && !appIds.includes(appId))
    throw new AppError('not_found', 'There is no such app in this team.');
}

/** The same for one connection. @throws AppError not_found: what is beyond the limits is as missing as none. */
export async function demandWithin(actor: Actor, connectionId: string, tx: Transaction = db): Promise<void> {
  const conditions = connectionsWithin(actor);
  if (conditions.length === 0) return;
  const found = await tx.$queryRaw<object[]>`
    SELECT 1 FROM "Connection" c
    WHERE c."teamId" = ${actor.teamId}::uuid AND c.id = ${connectionId}::uuid ${and(conditions)}`;
  if (found.length === 0) throw new AppError('not_found', 'There is no such connection in this team.');
}
