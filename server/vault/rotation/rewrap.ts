import 'server-only';
import type { VaultState } from '@/contract/vault';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import type { MasterKey } from '@/server/master-keys';
import { MissingMasterKey } from '@/server/vault/data-keys';
import { describeVault } from './describe-vault';
import { recordEverywhere } from './record-everywhere';
import { rewrapKeys } from './rewrap-keys';

/** Wraps all data keys with the current master key, on record where there were any left to wrap. */
export function rewrapBy(who: Actor | 'Command line', masterKeys = env().ENCRYPTION_KEYS) {
  return db.$transaction(async (tx) => {
    const done = await rewrapKeys(tx, masterKeys);
    if (done.count > 0) await recordEverywhere(tx, who, 'vault.rewrapped', { fingerprint: done.fingerprint });
    return done;
  });
}

/** @throws AppError precondition_failed on an instance that was started without the master key that wraps one of them. */
export async function rewrap(actor: Actor, masterKeys?: MasterKey[]): Promise<VaultState> {
  await rewrapBy(actor, masterKeys).catch((cause: unknown) => {
    if (!(cause instanceof MissingMasterKey)) throw cause;
    throw new AppError('precondition_failed', cause.message, { data: { reason: 'master_key_missing' }, cause });
  });
  return describeVault();
}
