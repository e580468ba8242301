import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { openApp } from '@/server/credentials/open-app';
import { openToken } from '@/server/credentials/open-token';
import { db } from '@/server/database/client';
import { env } from '@/server/env';
import { newMasterKey, parseMasterKeys } from '@/server/master-keys';
import { keyring } from '@/server/vault/keyring';
import { openVault } from '@/server/vault/open';
import { refreshVault } from '@/server/vault/refresh';
import { seal, unseal } from '@/server/vault/seal';
import { ownDatabase } from '@/test/own-database';
import { beginRotation } from './begin-rotation';
import { countByKey } from './count-rows';
import { describeVault } from './describe-vault';
import { columnsOfVault, nameOf } from './places';
import { reencrypt } from './reencrypt';
import { retireKey } from './retire-key';
import { rewrapKeys } from './rewrap-keys';

await ownDatabase();
const { createAppRow, createConnectionRow, createTeam } = await import('@/test/factories');
const at = { leadMs: 0 };
const now = { settleMs: 0 };
const rotate = (options = {}) => db.$transaction((tx) => beginRotation(tx, { ...at, ...options }));
const rows = 450;
let ids: { id: string; teamId: string }[];

beforeAll(async () => {
  const team = await createTeam();
  const app = await createAppRow(team);
  ids = [];
  for (let n = 0; n < rows; n++) ids.push(await createConnectionRow(team, app, { token: `token ${n}` }));
});

async function readAll(): Promise<string[]> {
  const found = await db.connection.findMany({
    select: { id: true, teamId: true, tokenSealed: true, tokenHash: true },
  });
  const opened = new Map(found.map((row) => [row.id, open({ ...row, tokenSealed: row.tokenSealed! })]));
  return ids.map(({ id }) => opened.get(id)!);
}

function open(row: Parameters<typeof openToken>[0]): string {
  try {
    return openToken(row);
  } catch (error) {
    return String(error);
  }
}
const tokens = Array.from({ length: rows }, (_, n) => `token ${n}`);

test('every column that the schema calls sealed is rotated, and can be: it has an id, and a team or none', async () => {
  const sealed = await db.$queryRaw<{ name: string; id: string; team: boolean }[]>`
    SELECT c.table_name || '.' || c.column_name AS name,
      (SELECT data_type FROM information_schema.columns i WHERE i.table_name = c.table_name AND i.column_name = 'id') AS id,
      EXISTS (SELECT FROM information_schema.columns i WHERE i.table_name = c.table_name AND i.column_name = 'teamId') AS team
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.column_name ILIKE '%sealed'`;
  const ours = sealed.filter(({ name }) => name !== 'DataKey.keySealed');
  expect(ours.map(({ name }) => name).toSorted()).toEqual(columnsOfVault.map(nameOf).toSorted());
  for (const { name, id, team } of ours) {
    expect([name, id, team]).toEqual([name, 'uuid', columnsOfVault.find((one) => nameOf(one) === name)!.ofTeam]);
  }
});

test('a data key is rotated: everything opens, nothing is left on the old one, which then is retired', async () => {
  const { current: old } = keyring();
  const fresh = await rotate();
  expect((await countByKey()).get(old)).toBe(rows + 1);
  expect(await reencrypt(now)).toBe(true);
  expect(keyring().current).toBe(fresh);
  expect(await countByKey()).toEqual(new Map([[fresh, rows + 1]]));
  expect(await readAll()).toEqual(tokens);
  await expect(db.$transaction((tx) => retireKey(tx, fresh))).rejects.toMatchObject({ data: { reason: 'key_seals' } });
  await expect(db.$transaction((tx) => retireKey(tx, old))).rejects.toMatchObject({ data: { reason: 'key_too_soon' } });
  await db.$transaction((tx) => retireKey(tx, old, { graceMs: 0 }));
  await expect(db.$transaction((tx) => retireKey(tx, old))).rejects.toMatchObject({ code: 'not_found' });
  await openVault();
  expect([...keyring().keys.keys()]).toEqual([fresh]);
  expect(await readAll()).toEqual(tokens);
});

test('it goes back as well, and one at a time', async () => {
  const { current: old } = keyring();
  await expect(rotate({ back: true })).rejects.toMatchObject({ data: { reason: 'no_earlier_key' } });
  const fresh = await rotate();
  await expect(rotate()).rejects.toMatchObject({ data: { reason: 'rotation_under_way' } });
  await reencrypt({ ...now, withinMs: 0 });
  expect(await rotate({ back: true })).toBe(old);
  await reencrypt(now);
  expect(await countByKey()).toEqual(new Map([[old, rows + 1]]));
  expect(await readAll()).toEqual(tokens);
  await db.$transaction((tx) => retireKey(tx, fresh, { graceMs: 0 }));
});

test('a key is known everywhere before it seals anywhere', async () => {
  const { current: old } = keyring();
  const fresh = await rotate({ leadMs: 1_000_000 });
  await refreshVault();
  expect([keyring().current, keyring().keys.has(fresh)]).toEqual([old, true]);
  await db.dataKey.update({ where: { id: fresh }, data: { activeAt: new Date() }, select: { id: true } });
  await refreshVault();
  expect(keyring().current).toBe(fresh);
  await reencrypt(now);
});

test('going back before the new key seals leaves the one that does', async () => {
  const { current } = keyring();
  const fresh = await rotate({ leadMs: 1_000_000 });
  expect(await rotate({ back: true })).toBe(current);
  await openVault();
  expect(keyring().current).toBe(current);
  expect((await describeVault()).keys.find(({ use }) => use === 'sealing')?.id).toBe(current);
  await reencrypt(now);
  await db.$transaction((tx) => retireKey(tx, fresh, { graceMs: 0 }));
});

test('what was changed meanwhile keeps its change, and what nobody can open stays as it is', async () => {
  const [changed, broken] = ids as [{ id: string; teamId: string }, { id: string; teamId: string }];
  const spoilt = new Uint8Array(randomBytes(60));
  await db.connection.update({ where: { id: broken.id }, data: { tokenSealed: spoilt } });
  await rotate();
  const place = { table: 'Connection', column: 'tokenSealed', teamId: changed.teamId, rowId: changed.id };
  const write = (text: string) =>
    db.connection.update({ where: { id: changed.id }, data: { tokenSealed: seal(text, place) } });
  let written = 0;
  let going = true;
  const writing = (async () => {
    while (going) await write(`change ${++written}`);
  })();
  await reencrypt(now);
  going = false;
  await writing;
  const read = async (id: string) =>
    (await db.connection.findUniqueOrThrow({ where: { id }, select: { tokenSealed: true } })).tokenSealed!;
  expect(unseal(await read(changed.id), place)).toBe(`change ${written}`);
  expect(await read(broken.id)).toEqual(spoilt);
  expect((await countByKey()).get(keyring().current)).toBe(rows);
});

test('the master key is changed at once; the old one opens nothing any more', async () => {
  const [old] = env().ENCRYPTION_KEYS;
  const [fresh] = parseMasterKeys(newMasterKey());
  await expect(db.$transaction((tx) => rewrapKeys(tx, [fresh!]))).rejects.toThrow('does not open this database');
  const changed = await db.$transaction((tx) => rewrapKeys(tx, [fresh!, old!]));
  expect(changed.count).toBeGreaterThan(3);
  expect(await db.$transaction((tx) => rewrapKeys(tx, [fresh!, old!]))).toMatchObject({ count: 0 });
  await expect(openVault([old!])).rejects.toThrow('does not open this database');
  await openVault([fresh!]);
  expect((await readAll()).slice(2)).toEqual(tokens.slice(2));
  expect((await openApp({ teamId: ids[0]!.teamId, id: (await db.app.findFirstOrThrow()).id })).secret).toBeTruthy();
  await refreshVault();
  expect(await db.masterKey.count({ where: { retiredAt: null } })).toBe(1);
});
