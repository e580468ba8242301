import { beforeEach, expect, test, vi } from 'vitest';
import { mostSeals, sealsToRotate } from '@/contract/vault';
import { db } from '@/server/database/client';
import { measure } from '@/server/metrics/measure';
import { boss, stopJobs } from '@/server/jobs/boss';
import { forget } from '@/server/shared';
import { keyring } from '@/server/vault/keyring';
import { openVault } from '@/server/vault/open';
import { refreshVault } from '@/server/vault/refresh';
import { beginRotation } from '@/server/vault/rotation/begin-rotation';
import { describeVault } from '@/server/vault/rotation/describe-vault';
import { reencrypt } from '@/server/vault/rotation/reencrypt';
import { seal, unseal } from '@/server/vault/seal';
import { ownDatabase } from '@/test/own-database';
import { realLog } from '@/test/real-log';

await ownDatabase();
await openVault();
const place = { table: 'App', column: 'secretSealed', teamId: 'a', rowId: '1' };
const sealTimes = (count: number) => Array.from({ length: count }, () => seal('secret', place)).at(-1)!;
const told = vi.spyOn(realLog(), 'warn');

/** As if the key had sealed so often already, in whatever instance. */
async function haveSealed(seals: number): Promise<void> {
  await db.$executeRaw`UPDATE "DataKey" SET seals = ${seals} WHERE id = ${keyring().current}`;
  await refreshVault();
}

async function inDatabase(): Promise<number> {
  const { seals } = await db.dataKey.findUniqueOrThrow({ where: { id: keyring().current }, select: { seals: true } });
  return Number(seals);
}

beforeEach(async () => {
  forget('seal-counts');
  await haveSealed(0);
  told.mockClear();
});

test('seals are counted without a query each, and added to those of other instances', async () => {
  sealTimes(1_000);
  expect(await inDatabase()).toBe(0);
  await db.$executeRaw`UPDATE "DataKey" SET seals = seals + 500 WHERE id = ${keyring().current}`;
  await refreshVault();
  await refreshVault();
  expect(await inDatabase()).toBe(1_500);
  expect(told).not.toHaveBeenCalled();
});

test('what could not be added is added the next time', async () => {
  sealTimes(10);
  await db.$executeRaw`ALTER TABLE "DataKey" RENAME seals TO away`;
  await expect(refreshVault()).rejects.toThrow();
  await db.$executeRaw`ALTER TABLE "DataKey" RENAME away TO seals`;
  await refreshVault();
  expect(await inDatabase()).toBe(10);
});

test('from 2^31 on the log, the metrics and the page of the keys say so', async () => {
  await haveSealed(sealsToRotate - 1);
  expect(told).not.toHaveBeenCalled();
  sealTimes(1);
  await refreshVault();
  await refreshVault();
  expect(told).toHaveBeenCalledOnce();
  expect(told.mock.calls[0]![0]).toMatchObject({ dataKey: keyring().current, seals: sealsToRotate });
  await boss();
  expect(await measure()).toContain(`grantboard_data_key_seals ${sealsToRotate}\n`);
  await stopJobs();
  expect((await describeVault()).keys[0]).toMatchObject({ use: 'sealing', seals: sealsToRotate });
});

test('at 2^32 a key seals no more, and still opens; another one seals', async () => {
  await haveSealed(mostSeals - 3);
  const last = sealTimes(3);
  expect(() => seal('one more', place)).toThrow(
    expect.objectContaining({ code: 'unavailable', data: { reason: 'key_spent' } }),
  );
  expect(unseal(last, place)).toBe('secret');
  await db.$transaction((tx) => beginRotation(tx, { leadMs: 0 }));
  await reencrypt({ settleMs: 0 });
  expect(unseal(sealTimes(5), place)).toBe('secret');
  await refreshVault();
  expect(await inDatabase()).toBe(5);
});
