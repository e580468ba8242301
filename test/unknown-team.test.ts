import { beforeAll, describe, expect, test } from 'vitest';
import { answer } from '@/server/answer';
import { disconnect } from '@/server/database/client';
import { openedPool } from '@/server/database/connection';
import { env } from '@/server/env';
import { asked, everyList } from '@/test/every-list';
import { ownDatabase } from '@/test/own-database';
import { explainAll, stepsOf, watchPlans, type Ran } from '@/test/watch-plans';

/** Of each table that a team has. */
const rows = 1_000;

/**
 * A team that has come since the planner last learned what the tables hold, beside larger ones. It expects one row of it,
 * and so takes any index that begins with the team for as good as any other: where something is looked up by a wrong one
 * for each row, that is all of the team for each of the team.
 */
describe.runIf(process.env.TEST_DATABASE_URL)('of a team that the planner does not know yet', async () => {
  process.env.API_KEY_REQUESTS_PER_MINUTE = '60000';
  const url = process.env.TEST_DATABASE_URL ? await ownDatabase() : '';
  const { db } = await import('@/test/database');
  const { createApiKey, createTeam, headersOf } = await import('@/test/factories');
  const { fillLists, fillTeam } = await import('@/test/fill-lists');
  let known: Record<string, string>;
  let askers: Record<string, Headers>;

  beforeAll(async () => {
    await fillLists(6_000);
    const { owner, appId } = await fillTeam(await createTeam(), rows);
    const where = { teamId: owner.teamId };
    const { id: connection } = await db.connection.findFirstOrThrow({ where: { ...where, appId } });
    const { id: tag } = await db.tag.findFirstOrThrow({ where });
    const { advertiserId: advertiser } = await db.grant.findFirstOrThrow({
      where: { ...where, connectionId: connection },
    });
    const { id: list } = await db.coverageList.create({ data: { ...where, name: 'All', entryCount: rows } });
    await db.$executeRaw`
      INSERT INTO "CoverageEntry" ("teamId", "listId", "advertiserId", label)
      SELECT "teamId", ${list}::uuid, "advertiserId", 'Label ' || "advertiserId" FROM "Advertiser" WHERE "teamId" = ${owner.teamId}::uuid`;
    known = { connection, app: appId, owner: owner.id, tag, advertiser, list };
    await explainAll(url);
    await disconnect();
    // The key may know of one connection in three, so that it is counted anew how these reach what they reach.
    const { headers: limited } = await createApiKey(owner, { appIds: [appId] });
    askers = { owner: await headersOf(owner), limited };
  }, 240_000);

  const ask = async (path: string, asker: string) =>
    (await answer(new Request(new URL(`/api/v1${path}`, env().APP_URL), { headers: askers[asker]! }))).status;

  const lists = Object.entries(everyList);
  test.each([
    ...lists.map(([name, list]) => [name, 'owner', list] as const),
    ...lists
      .filter(([name]) => !['audit', 'authorizations'].includes(name))
      .map(([name, list]) => [name, 'limited', list] as const),
  ])(
    '%s, asked by %s: nothing goes through all of it for each row',
    async (_, asker, list) => {
      const found: string[] = [];
      for (const path of asked(list, known)) {
        const ran = await watchPlans(openedPool()!, async () =>
          expect([path, await ask(path, asker)]).toEqual([path, 200]),
        );
        const many = ran.map(lookedAt).filter((count) => count > 30 * rows);
        found.push(...many.map((count) => `${count} for ${path}`));
      }
      expect(found).toEqual([]);
    },
    240_000,
  );

  const lookedAt = ({ Plan: top }: Ran) =>
    stepsOf(top).reduce(
      (sum, step) => sum + step['Actual Loops'] * (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)),
      0,
    );
});
