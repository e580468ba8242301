import { beforeAll, expect, test } from 'vitest';
import { addUser } from '@/simulator/control/world';
import { inspectConnection } from '@/server/checks/inspect-connection';
import { runCheck } from '@/server/checks/run-check';
import { connect } from '@/test/authorize';
import { db } from '@/test/database';
import { dieAfter } from '@/test/die-after';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { confirmAuthorization } from './confirm-authorization';
import { getAuthorization } from './find-authorization';

const tiktok = useTikTok();
const few = ['7010666682221854722', '7010666682221854723', '7010666682221854724'];
const many = Array.from({ length: 10_000 }, (_, at) => String(7_020_000_000_000_000_001n + BigInt(at)));

beforeAll(() => {
  addUser(tiktok.current.world, { key: 'hanako', advertisers: [...few, ...many].map((id) => ({ id })) });
});

/** A connection of Hanako's that reaches three advertisers, and a token held aside that reaches ten thousand others. */
async function stage() {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const app = await createKnownApp(team);
  const scopes = ['4', '100'];
  const first = await connect(tiktok.current, operator, app, { as: 'hanako', scopes, advertiserIds: few });
  const connectionId = (await getAuthorization(operator, first)).connectionId!;
  await runCheck(operator, { id: connectionId, trigger: 'authorization' });
  const again = async (advertiserIds: string[]) => {
    const { id } = await connect(tiktok.current, operator, app, { connectionId, as: 'hanako', scopes, advertiserIds });
    return id;
  };
  const replace = (id: string) => confirmAuthorization(operator, { id, decision: 'replace', acceptLosses: true });
  const row = () => db.connection.findUniqueOrThrow({ where: { id: connectionId } });
  const grants = async () => {
    const rows = await db.grant.findMany({ where: { connectionId }, orderBy: { advertiserId: 'asc' } });
    return rows.map(({ advertiserId }) => advertiserId);
  };
  const left = () =>
    db.authorization.count({ where: { connectionId, status: 'connected', NOT: { candidate: { equals: null! } } } });
  return { team, operator, connectionId, again, replace, row, grants, left };
}

test('ten thousand others are reached, and everybody else is answered meanwhile', async () => {
  const { connectionId, again, replace, row, grants } = await stage();
  const id = await again(many);
  let settled = false;
  const replaced = replace(id).finally(() => (settled = true));
  const waits: number[] = [];
  while (!settled) {
    const askedAt = performance.now();
    await db.team.count();
    waits.push(performance.now() - askedAt);
  }
  expect(await replaced).toMatchObject({ outcome: 'connected', connectionId });
  expect([await grants(), (await row()).advertiserCount]).toEqual([many, 10_000]);
  // Between any two of the parts, and never for long: on a busy machine all of it takes longer.
  const whole = waits.reduce((sum, wait) => sum + wait, 0);
  expect(waits.length).toBeGreaterThan(11);
  expect(Math.max(...waits)).toBeLessThan(Math.max(500, whole / 3));
  const [told] = await db.connectionEvent.findMany({
    where: { connectionId, kind: 'reach_changed' },
    orderBy: { id: 'desc' },
    take: 1,
  });
  expect(told!.data).toMatchObject({ gainedCount: 10_000, lostCount: 3 });
}, 60_000);

test.each([1, 4, 9])(
  'killed after %i transactions, the new token stands and the next inspection does the rest',
  async (count) => {
    const { operator, connectionId, again, replace, row, grants, left } = await stage();
    const id = await again(many);
    const before = (await row()).tokenHint;
    await dieAfter(count, () => replace(id));
    expect(await row()).toMatchObject({
      inspectedAt: null,
      state: 'healthy',
      advertiserCount: (await grants()).length,
    });
    expect([(await row()).tokenHint === before, await left()]).toEqual([false, 1]);
    await inspectConnection(operator, { id: connectionId });
    expect([await grants(), (await row()).advertiserCount, await left()]).toEqual([many, 10_000, 0]);
    expect((await row()).inspectedAt).not.toBeNull();
  },
  60_000,
);

test('what one re-authorization has left to save is nothing any more once there is a later one', async () => {
  const { operator, connectionId, again, replace, grants, left } = await stage();
  const earlier = await again(many);
  await dieAfter(2, () => replace(earlier));
  await replace(await again(few));
  expect([await grants(), await left()]).toEqual([few, 0]);
  await inspectConnection(operator, { id: connectionId });
  expect(await grants()).toEqual(few);
}, 60_000);
