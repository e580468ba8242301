import 'server-only';
import type { Transaction } from '@/server/database/client';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import type { MasterKey } from '@/server/master-keys';
import { makeDataKey, readDataKeys } from '@/server/vault/data-keys';
import { holdKeys } from '@/server/vault/hold-keys';

/** So long every instance knows a key before any seals with it: several times as long as between two looks. */
export const leadMs = 15_000;

type Options = { back?: boolean; leadMs?: number; masterKeys?: MasterKey[] };

/**
 * Lets a new data key seal, or with `back` the one that did before; everything is then sealed anew with it.
 * @returns the number of that key
 * @throws AppError conflict while a rotation is under way; precondition_failed where there is no key to go back to.
 */
export async function beginRotation(
  tx: Transaction,
  { back = false, leadMs: lead = leadMs, masterKeys = env().ENCRYPTION_KEYS }: Options = {},
): Promise<number> {
  await holdKeys(tx);
  // Going back is for when something is wrong: it does not wait for the end of what it undoes.
  const underWay = await tx.rotation.findFirst({ where: { finishedAt: null }, select: { id: true } });
  if (underWay && !back) {
    throw new AppError('conflict', 'A rotation is under way. The next one can begin when it has ended.', {
      data: { reason: 'rotation_under_way' },
    });
  }
  await tx.rotation.updateMany({ where: { finishedAt: null }, data: { finishedAt: new Date() } });
  const id = back ? await turnBack(tx) : await turnOn(tx, lead, masterKeys);
  await tx.rotation.create({ data: { keyId: id } });
  return id;
}

async function turnOn(tx: Transaction, lead: number, masterKeys: MasterKey[]): Promise<number> {
  const activeAt = await fromNow(tx, lead);
  return (await makeDataKey(tx, { purpose: 'seal', activeAt }, masterKeys)).id;
}

/** At once: every instance knows it. One that was about to seal does not. */
async function turnBack(tx: Transaction): Promise<number> {
  const sealing = (await readDataKeys(tx)).filter(({ purpose, retired }) => purpose === 'seal' && !retired);
  const before = sealing.at(-2);
  if (!before) {
    throw new AppError('precondition_failed', 'There is no earlier data key that is not retired.', {
      data: { reason: 'no_earlier_key' },
    });
  }
  await tx.$executeRaw`UPDATE "DataKey" SET "activeAt" = "createdAt" WHERE purpose = 'seal' AND "activeAt" > now()`;
  await tx.dataKey.update({
    where: { id: before.id },
    data: { activeAt: await fromNow(tx, 0) },
    select: { id: true },
  });
  return before.id;
}

async function fromNow(tx: Transaction, ms: number): Promise<Date> {
  const [clock] = await tx.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() + ${ms} * interval '1 millisecond' AS at`;
  return clock!.at;
}
