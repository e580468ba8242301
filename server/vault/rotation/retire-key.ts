import 'server-only';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { readDataKeys } from '@/server/vault/data-keys';
import { holdKeys } from '@/server/vault/hold-keys';
import { countByKey } from './count-rows';

/** So long after everything was sealed anew: answers of TikTok in a journal may still be sealed with the old key. */
const graceMs = 3_600_000;

/**
 * Takes a data key out of use for good: what it sealed opens no more.
 * @throws AppError not_found; conflict while it seals, while anything is sealed with it, or within the hour.
 */
export async function retireKey(tx: Transaction, id: number, { graceMs: grace = graceMs } = {}): Promise<void> {
  await holdKeys(tx);
  const sealing = (await readDataKeys(tx)).filter(({ purpose, retired }) => purpose === 'seal' && !retired);
  if (!sealing.some((key) => key.id === id)) throw new AppError('not_found', 'There is no such data key in use.');
  if (sealing.at(-1)?.id === id) throw refuse('key_seals', 'This data key seals. Rotate first.');
  const count = (await countByKey(tx)).get(id) ?? 0;
  if (count > 0) throw refuse('key_in_use', `${count} values are still sealed with this data key.`, { count });
  const last = await tx.rotation.findFirst({ orderBy: { id: 'desc' }, select: { finishedAt: true } });
  if (!last?.finishedAt) throw refuse('rotation_under_way', 'A rotation is under way.');
  const from = last.finishedAt.getTime() + grace;
  if (Date.now() < from) {
    const at = new Date(from).toISOString();
    throw refuse('key_too_soon', `Until ${at} a journal may need this data key. Retire it then.`, { from: at });
  }
  await tx.dataKey.update({ where: { id }, data: { retiredAt: new Date() }, select: { id: true } });
}

const refuse = (reason: string, message: string, data: object = {}) =>
  new AppError('conflict', message, { data: { reason, ...data } });
