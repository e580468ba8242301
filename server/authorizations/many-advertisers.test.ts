import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ownDatabase } from '@/test/own-database';

// Whatever is measured here has its database for itself, and in its own process where it is embedded, as the product has.
await ownDatabase();
const { systemActor } = await import('@/server/auth/actor');
const { saveCheck } = await import('@/server/checks/save-check');
const { forgetToken } = await import('@/server/connections/forget-token');
const { saveRemainingGrants } = await import('@/server/reach/save-remaining-grants');
const { plainFailure } = await import('@/server/tiktok/describe-failure');
const { startAuthorization } = await import('@/test/authorize');
const { db } = await import('@/test/database');
const { createAppRow, createPerson, createTeam } = await import('@/test/factories');
const { createConnection } = await import('./create-connection');
const { compareReach } = await import('./compare-reach');
const { replaceToken } = await import('./replace-token');
const { seal } = await import('@/server/vault/seal');

/** `ADVERTISERS=100000 npx vitest run server/authorizations/many-advertisers.test.ts` prints what each step takes. */
const many = Number(process.env.ADVERTISERS ?? 1_500);
const idsFrom = (first: bigint, count = many) => Array.from({ length: count }, (_, at) => String(first + BigInt(at)));
const named = (ids: string[]) =>
  ids.map((advertiserId) => ({ advertiserId, name: `広告主 ${advertiserId.slice(-6)}` }));
const user = { id: '7010666682221800001', name: '佐藤', email: null, avatarUrl: null };

/** What somebody else waits for meanwhile who asks every ten milliseconds, the wait for this process included. */
async function measured(what: string, work: () => Promise<unknown>): Promise<void> {
  const waits: number[] = [];
  let over = false;
  const startedAt = performance.now();
  const others = (async () => {
    while (!over) {
      const at = performance.now();
      await sleep(10);
      await db.$queryRaw`SELECT count(*) FROM "App"`;
      waits.push(performance.now() - at - 10);
    }
  })();
  await work();
  const took = performance.now() - startedAt;
  over = true;
  await others;
  waits.sort((a, b) => a - b);
  const [p99, most] = [waits[Math.floor(waits.length * 0.99)] ?? 0, waits.at(-1) ?? 0];
  if (process.env.ADVERTISERS) {
    console.log(`${what}: ${(took / 1_000).toFixed(2)} s; others p99 ${p99.toFixed(0)} ms, most ${most.toFixed(0)} ms`);
  }
}

/** The least that a save can take: its rows and their indexes, in as many transactions, and nothing that keeps them true. */
async function bareRows(teamId: string, ids: string[]): Promise<void> {
  for (const table of ['Advertiser', 'AdvertiserReach', 'Grant']) {
    await db.$executeRawUnsafe(`CREATE TABLE "Bare${table}" (LIKE "${table}" INCLUDING ALL)`);
  }
  for (let start = 0; start < ids.length; start += 1_000) {
    const part = ids.slice(start, start + 1_000);
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`
        INSERT INTO "BareAdvertiser" ("teamId", "advertiserId") SELECT ${teamId}::uuid, unnest(${part}::text[])`;
      await tx.$executeRaw`
        INSERT INTO "BareAdvertiserReach" SELECT ${teamId}::uuid, unnest(${part}::text[]), 1, 1, 1, 'one_token'`;
      await tx.$executeRaw`
        INSERT INTO "BareGrant" SELECT ${teamId}::uuid, ${teamId}::uuid, unnest(${part}::text[])`;
    });
  }
}

test('one connection reaches as many advertisers as there are', async () => {
  const team = await createTeam();
  const teamId = team.id;
  const actor = systemActor(teamId);
  const [operator, app] = [await createPerson(team), await createAppRow(team)];
  const authorize = async (accessToken: string, advertiserIds: string[]) => {
    const { id: authorizationId } = await startAuthorization(operator, app, null);
    const made = { authorizationId, app, ownerId: null, accessToken, scopes: ['4'], advertiserIds };
    const { id } = await db.$transaction((tx) =>
      createConnection(tx, actor, { ...made, ending: { status: 'connected' } }),
    );
    await saveRemainingGrants({ teamId, connectionId: id });
    return id;
  };
  await authorize('beside', idsFrom(7_500_000_000_000_000_001n, Math.round(many / 4)));
  const [first, others] = [idsFrom(7_010_000_000_000_000_001n), idsFrom(7_020_000_000_000_000_001n)];

  await measured('the bare rows of a save', () => bareRows(teamId, first));
  let id = '';
  await measured('the first save', async () => (id = await authorize('first', first)));
  const row = () =>
    db.connection.findUniqueOrThrow({ where: { id }, select: { tokenHash: true, advertiserCount: true, state: true } });
  const reaches = async () => [(await row()).advertiserCount, await db.grant.count({ where: { connectionId: id } })];
  expect(await reaches()).toEqual([many, many]);

  const check = async (finding: Parameters<typeof saveCheck>[2]['finding'], ids: string[] | null) => {
    const reach = ids && { user, advertisers: named(ids) };
    const { tokenHash } = await row();
    const asked = { id, tokenHash, askedAt: new Date() };
    await saveCheck(actor, asked, { trigger: 'sweep', finding, confirmed: true, reach, durationMs: 1 });
  };
  await measured('its inspection, with all names', () => check({ kind: 'works' }, first));
  await measured('a check that finds nothing new', () => check({ kind: 'works' }, first));
  const failure = plainFailure('tampered');
  await measured('its state changes', () => check({ kind: 'tampered', failure }, null));
  expect((await row()).state).toBe('auth_broken');

  await measured('re-authorized to as many others', async () => {
    const { id: authorizationId } = await startAuthorization(operator, app, null, { connectionId: id });
    const place = { table: 'Authorization', column: 'tokenSealed', teamId, rowId: authorizationId };
    const found = { user, advertisers: named(others) };
    const candidate = { scopes: ['4'], advertiserIds: others, reach: found, comparison: null };
    const comparison = await compareReach(teamId, id, candidate, found);
    expect(comparison).toMatchObject({ canReplace: true, advertisers: { gainedCount: many, lostCount: many } });
    await db.authorization.update({
      where: { id: authorizationId },
      data: {
        status: 'comparing',
        tokenSealed: seal('second', place),
        candidate: { ...candidate, comparison },
      },
    });
    await replaceToken(actor, authorizationId, { acceptLosses: true });
  });
  expect(await reaches()).toEqual([many, many]);
  await measured('revoked', async () => {
    const { tokenHash } = await row();
    const answer = { alreadyDead: false, advertiserIds: null, requestId: null };
    await forgetToken(actor, { id, reason: 'Over', tokenHash: tokenHash!, answer });
  });
  expect(await row()).toMatchObject({ state: 'revoked', advertiserCount: 0 });
}, 600_000);
