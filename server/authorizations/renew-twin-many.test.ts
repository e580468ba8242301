import { beforeAll, expect, test } from 'vitest';
import { addUser } from '@/simulator/control/world';
import { inspectConnection } from '@/server/checks/inspect-connection';
import { runCheck } from '@/server/checks/run-check';
import { connect } from '@/test/authorize';
import { db } from '@/test/database';
import { dieAfter } from '@/test/die-after';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { getAuthorization } from './find-authorization';
import { renewTwin } from './renew-twin';

const tiktok = useTikTok();
const many = Array.from({ length: 10_000 }, (_, at) => String(7_020_000_000_000_000_001n + BigInt(at)));

beforeAll(() => {
  addUser(tiktok.current.world, { key: 'mei', advertisers: many.map((id) => ({ id })) });
});

/** Two connections of Mei's to one app; the later one reaches ten thousand advertisers, three of which the first does. */
async function stage() {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const app = await createKnownApp(team);
  const make = async (advertiserIds: string[]) => {
    const { id } = await connect(tiktok.current, operator, app, { as: 'mei', scopes: ['4', '100'], advertiserIds });
    const connectionId = (await getAuthorization(operator, { id })).connectionId!;
    await runCheck(operator, { id: connectionId, trigger: 'authorization' });
    return { id, connectionId };
  };
  const [earlier, later] = [await make(many.slice(0, 3)), await make(many)];
  const renew = () => renewTwin(operator, { id: later.id, connectionId: earlier.connectionId });
  const select = { tokenHash: true, advertiserCount: true, inspectedAt: true } as const;
  const row = (id: string) => db.connection.findUnique({ where: { id }, select });
  const grants = async (connectionId: string) => {
    const rows = await db.grant.findMany({ where: { connectionId }, orderBy: { advertiserId: 'asc' } });
    return rows.map(({ advertiserId }) => advertiserId);
  };
  return { operator, earlier: earlier.connectionId, later: later.connectionId, renew, row, grants };
}

test('killed before the token moves nothing is lost, and the next inspection brings everything back', async () => {
  const { operator, later, renew, row, grants } = await stage();
  const { tokenHash } = (await row(later))!;
  // One has noted what is let go, eight have let go of a thousand each.
  await dieAfter(9, renew);
  expect(await row(later)).toEqual({ tokenHash, advertiserCount: 2_000, inspectedAt: null });
  expect(await grants(later)).toEqual(many.slice(8_000));
  await inspectConnection(operator, { id: later });
  expect(await row(later)).toMatchObject({ tokenHash, advertiserCount: 10_000, inspectedAt: expect.any(Date) });
  expect(await grants(later)).toEqual(many);
}, 180_000);

test('killed and asked for again, the token moves with all it reaches, and others are answered meanwhile', async () => {
  const { earlier, later, renew, row, grants } = await stage();
  await dieAfter(3, renew);
  let settled = false;
  const renewed = renew().finally(() => (settled = true));
  const seen = new Set<number | undefined>();
  while (!settled) seen.add((await row(later))?.advertiserCount);
  expect(await renewed).toMatchObject({ outcome: 'connected', connectionId: earlier });
  // Between most of the parts.
  expect(seen.size).toBeGreaterThan(4);
  expect(await row(later)).toBeNull();
  expect(await row(earlier)).toMatchObject({ tokenHash: expect.anything(), advertiserCount: 10_000 });
  expect(await grants(earlier)).toEqual(many);
}, 180_000);
