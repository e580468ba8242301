import 'server-only';
import type { ConnectionFilter, ConnectionState } from '@/contract/connection-filter';
import { statesWorstFirst } from '@/contract/connection-words';
import { scopesAmountingTo } from '@/contract/scope-tree';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin, grantsWithin } from '@/server/auth/within';
import { beginsWithDigits } from '@/server/database/digit-prefix';
import { Prisma } from '@/server/database/generated/client';
import { holds } from '@/server/database/search';
import { anyUnguessed, unguessed } from '@/server/database/unguessed';

export type ConnectionMatch = Omit<ConnectionFilter, 'sort' | 'cursor' | 'limit' | 'skip'>;

/** The connections of the team, as `c`, that a filter asks for, within the limits of whoever asks. */
export function connectionWhere(actor: Actor, filter: ConnectionMatch): Prisma.Sql {
  const { teamId } = actor;
  const { q, advertiserId, tag, archived } = filter;
  const conditions = [
    Prisma.sql`c."teamId" = ${teamId}::uuid`,
    Prisma.sql`c.archived = ${archived}`,
    ...connectionsWithin(actor),
    ...ofItself(filter),
  ];
  if (q) conditions.push(matching(actor, q));
  if (advertiserId)
    conditions.push(Prisma.sql`c.id IN (${reaching(actor, Prisma.sql`g."advertiserId" = ${advertiserId}`)})`);
  if (tag?.length) {
    conditions.push(Prisma.sql`c.id IN (
      SELECT t."connectionId" FROM "ConnectionTag" t WHERE t."teamId" = ${unguessed(teamId)} 
        AND t."tagId" = ${anyUnguessed(tag)})`);
  }
  return Prisma.join(conditions, ' AND ');
}

/** What its own columns say. */
function ofItself(filter: ConnectionMatch): Prisma.Sql[] {
  const { state, appId, ids, scope, problem, checkFailing, checkedBefore, authorizedBefore, authorizedAfter } = filter;
  const conditions: Prisma.Sql[] = [];
  if (state?.length) conditions.push(inStates(state));
  if (appId?.length) conditions.push(Prisma.sql`c."appId" = ANY(${appId}::uuid[])`);
  if (filter.ownerId?.length) conditions.push(ownedBy(filter.ownerId));
  if (ids?.length) conditions.push(Prisma.sql`c.id = ANY(${ids}::uuid[])`);
  if (scope) conditions.push(holding(scope));
  if (problem) conditions.push(Prisma.sql`c.problem->>'key' = ${problem}`);
  if (checkFailing !== undefined) {
    conditions.push(checkFailing ? Prisma.sql`c."lastCheckError" IS NOT NULL` : Prisma.sql`c."lastCheckError" IS NULL`);
  }
  if (checkedBefore) {
    conditions.push(Prisma.sql`(c."lastCheckedAt" < ${checkedBefore}::timestamptz OR c."lastCheckedAt" IS NULL)`);
  }
  if (authorizedBefore) conditions.push(Prisma.sql`c."lastAuthorizedAt" < ${authorizedBefore}::timestamptz`);
  if (authorizedAfter) conditions.push(Prisma.sql`c."lastAuthorizedAt" >= ${authorizedAfter}::timestamptz`);
  return conditions;
}

/** As a range of the order that states have: sorted by state, a list then walks that range of the index and no more. */
function inStates(states: ConnectionState[]): Prisma.Sql {
  const places = states.map((state) => statesWorstFirst.indexOf(state));
  const range = statesWorstFirst.slice(Math.min(...places), Math.max(...places) + 1);
  const [worst, best] = [range[0], range.at(-1)];
  if (worst === best) return Prisma.sql`c.state = ${worst}::text::"ConnectionState"`;
  const others = range.filter((state) => !states.includes(state));
  const but = others.length > 0 ? Prisma.sql`AND c.state <> ALL(${others}::text[]::"ConnectionState"[])` : Prisma.empty;
  return Prisma.sql`c.state BETWEEN ${worst}::text::"ConnectionState" AND ${best}::text::"ConnectionState" ${but}`;
}

/** By itself, by one above it, or by all below it: what the page of a connection calls granted. */
function holding(scope: string): Prisma.Sql {
  const { one, parts } = scopesAmountingTo(scope);
  const byOne = Prisma.sql`c.scopes && ${one}::text[]`;
  if (parts.length === 0) return byOne;
  const byParts = parts.map((ids) => Prisma.sql`c.scopes && ${ids}::text[]`);
  return Prisma.sql`(${byOne} OR ${Prisma.join(byParts, ' AND ')})`;
}

function ownedBy(owners: string[]): Prisma.Sql {
  const people = owners.filter((owner) => owner !== 'none');
  const theirs = Prisma.sql`c."ownerId" = ANY(${people}::uuid[])`;
  return people.length < owners.length ? Prisma.sql`(c."ownerId" IS NULL OR ${theirs})` : theirs;
}

/** Each way to match has an index of its own, which a choice between conditions of a row would leave unused. */
function matching(actor: Actor, q: string): Prisma.Sql {
  if (!/^\d{4,32}$/.test(q)) return holds(Prisma.sql`c."searchText"`, q);
  return Prisma.sql`c.id IN (
    SELECT n.id FROM "Connection" n WHERE n."teamId" = ${unguessed(actor.teamId)} AND ${holds(Prisma.sql`n."searchText"`, q)}
    UNION ALL
    ${reaching(actor, beginsWithDigits(Prisma.sql`g."advertiserId"`, q))})`;
}

function reaching(actor: Actor, advertiser: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT g."connectionId" FROM "Grant" g
    WHERE g."teamId" = ${unguessed(actor.teamId)} AND ${advertiser} ${and(grantsWithin(actor))}`;
}
