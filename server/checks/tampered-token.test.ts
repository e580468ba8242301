import { expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { tokenColumns } from '@/server/authorizations/token-columns';
import { checkConnection } from '@/server/connections/check-connection';
import { getConnection } from '@/server/connections/get-connection';
import { revealToken } from '@/server/connections/reveal-token';
import { keyring, putKeyring } from '@/server/vault/keyring';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { runCheck } from './run-check';

const tiktok = useTikTok();

async function connected() {
  const team = await createTeam();
  const [admin, app] = [await createPerson(team, 'admin'), await createKnownApp(team)];
  const { id, token } = await liveConnection(tiktok.current, team, app);
  const other = await liveConnection(tiktok.current, team, app);
  const sealed = async (of = id) =>
    (await db.connection.findUniqueOrThrow({ where: { id: of }, select: { tokenSealed: true } })).tokenSealed!;
  const put = (tokenSealed: Uint8Array<ArrayBuffer>) => db.connection.update({ where: { id }, data: { tokenSealed } });
  return { team, admin, id, token, other, sealed, put };
}

type Connected = Awaited<ReturnType<typeof connected>>;

const tamperings: [string, (of: Connected) => Promise<Uint8Array<ArrayBuffer>>][] = [
  ['has a bit flipped', async ({ sealed }) => (await sealed()).map((byte, at) => (at === 30 ? byte ^ 1 : byte))],
  ['was moved here from another row', ({ sealed, other }) => sealed(other.id)],
  ['is cut', async ({ sealed }) => (await sealed()).slice(0, -4)],
  ['is empty', async () => new Uint8Array()],
  [
    'is an earlier one of the same row',
    async ({ team, id }) => tokenColumns('act.earlier', { teamId: team.id, rowId: id }).tokenSealed,
  ],
];

test.each(tamperings)(
  'a token that %s is used by nobody, and the connection says so until it opens',
  async (_, make) => {
    const of = await connected();
    const { team, admin, id, sealed, put } = of;
    const good = await sealed();
    await put(await make(of));
    const calls = () => tiktok.current.world.traffic.calls.length;
    const before = calls();
    await expect(revealToken(admin, { id })).rejects.toMatchObject({ data: { reason: 'tampered' } });
    expect(await checkConnection(admin, { id })).toMatchObject({ state: 'auth_broken', problem: { key: 'tampered' } });
    expect(await runCheck(systemActor(team.id), { id, trigger: 'sweep' })).toBe(true);
    expect(calls()).toBe(before);
    await put(good);
    expect(await checkConnection(admin, { id })).toMatchObject({ state: 'healthy', problem: null });
  },
);

test('what was sealed with a key that this instance has not read yet was not altered', async () => {
  const { team, admin, id } = await connected();
  for (const check of [
    () => checkConnection(admin, { id }),
    () => runCheck(systemActor(team.id), { id, trigger: 'sweep' }).then(() => getConnection(admin, { id })),
  ]) {
    putKeyring({ ...keyring(), keys: new Map() });
    expect(await check()).toMatchObject({ state: 'healthy', problem: null });
  }
});
