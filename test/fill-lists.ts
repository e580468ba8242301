import { db } from '@/test/database';
import { createAppRow, createPerson, createTeam, type TestTeam } from '@/test/factories';
import type { Person } from '@/server/auth/actor';

const states = ['healthy', 'healthy', 'healthy', 'degraded', 'auth_broken', 'unverifiable', 'paused', 'app_problem'];
const names = [
  'Northwind',
  'あおぞら珈琲',
  'Contoso Media',
  '東京広告',
  'Ｆａｂｒｉｋａｍ',
  'みどり商店',
  'Tailspin',
  'ｱﾄﾘｴ花',
];

type Filled = { owner: Person; appId: string };

/** A team with so many connections among others twice its size, written by the database itself, with statistics made. */
export async function fillLists(connections: number): Promise<Filled> {
  await fillConnections(await createTeam(), connections * 2);
  const filled = await fillTeam(await createTeam(), connections);
  await db.$executeRaw`ANALYZE`;
  return filled;
}

/** A team with so many connections, which reach as many advertisers, without statistics. */
export async function fillTeam(team: TestTeam, connections: number): Promise<Filled> {
  const filled = await fillConnections(team, connections);
  await fillReach(team, connections);
  return filled;
}

async function fillConnections(team: TestTeam, connections: number): Promise<Filled> {
  const owner = await createPerson(team);
  const apps = [await createAppRow(team), await createAppRow(team), await createAppRow(team)];
  const appIds = apps.map(({ id }) => id);
  const tag = await db.tag.create({ data: { teamId: team.id, name: 'half of them' } });
  await db.$executeRaw`
    INSERT INTO "Connection" (id, "teamId", "appId", "ownerId", name, "tiktokUserName", state, scopes, problem,
      "advertiserCount", "lastCheckedAt", "nextCheckAt", "lastCheckError", "lastAuthorizedAt", "firstAuthorizedAt",
      "archivedAt", "updatedAt")
    SELECT gen_random_uuid(), ${team.id}::uuid, (${appIds}::uuid[])[1 + n % 3],
      CASE WHEN n % 5 > 0 THEN ${owner.id}::uuid END, (${names}::text[])[1 + n % 8] || ' ' || n, 'user ' || n % 1000,
      (${states}::text[])[1 + (n * 7) % 8]::"ConnectionState", ARRAY['4', (n % 90)::text],
      CASE WHEN n % 50 = 0 THEN '{"key": "token_rejected"}'::jsonb END, n % 40,
      CASE WHEN n % 9 > 0 THEN now() - n * interval '1 minute' END,
      CASE WHEN n % 11 > 0 THEN now() + n * interval '1 minute' END, CASE WHEN n % 70 = 0 THEN '{}'::jsonb END,
      now() - n * interval '1 hour', now() - n * interval '2 hours', CASE WHEN n % 20 = 0 THEN now() END, now()
    FROM generate_series(1, ${connections}::int) n`;
  await db.$executeRaw`
    INSERT INTO "ConnectionTag" SELECT "teamId", id, ${tag.id}::uuid FROM "Connection"
    WHERE "teamId" = ${team.id}::uuid AND "advertiserCount" < 20`;
  return { owner, appId: appIds[0]! };
}

async function fillReach(team: TestTeam, connections: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Advertiser" ("teamId", "advertiserId", name)
    SELECT ${team.id}::uuid, (7010000000000000000 + n * 7919)::text, (${names}::text[])[1 + n % 8] || ' 広告 ' || n
    FROM generate_series(1, ${connections}::int) n`;
  await db.$executeRaw`
    INSERT INTO "Grant" ("teamId", "connectionId", "advertiserId")
    SELECT c."teamId", c.id, (7010000000000000000 + n * 7919)::text FROM (
      SELECT "teamId", id, row_number() OVER (ORDER BY id) AS at FROM "Connection" WHERE "teamId" = ${team.id}::uuid
    ) c, generate_series(c.at, least(c.at + 1, ${connections}::int)) n`;
  await db.$executeRaw`
    INSERT INTO "AuditEvent" ("teamId", sequence, "actorKind", "actorName", action, "objectKind", data)
    SELECT ${team.id}::uuid, n, 'system', 'Grantboard', 'connection.checked', 'connection', '{}'
    FROM generate_series(1, ${connections}::int) n`;
}
