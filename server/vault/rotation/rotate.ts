import 'server-only';
import type { VaultState } from '@/contract/vault';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { enqueue } from '@/server/jobs/enqueue';
import { beginRotation, leadMs } from './begin-rotation';
import { describeVault } from './describe-vault';
import { recordEverywhere } from './record-everywhere';
import { retireKey } from './retire-key';

/** Begins a rotation, which then goes on as a job. */
export async function rotate(actor: Actor, { back }: { back: boolean }): Promise<VaultState> {
  await db.$transaction(async (tx) => {
    const keyId = await beginRotation(tx, { back });
    await recordEverywhere(tx, actor, 'vault.rotated', { key: keyId, back });
  });
  await enqueue('vault.reencrypt', {}, { afterSeconds: Math.ceil(leadMs / 1000) });
  return describeVault();
}

export async function retire(actor: Actor, { id }: { id: number }): Promise<VaultState> {
  await db.$transaction(async (tx) => {
    await retireKey(tx, id);
    await recordEverywhere(tx, actor, 'vault.retired', { key: id });
  });
  return describeVault();
}
