import 'server-only';
import { createHmac } from 'node:crypto';
import type { Transaction } from '@/server/database/client';
import { stableKey } from '@/server/vault/fingerprint';
import { newTypedCode, plainCode } from './typed-code';

const howMany = 10;

/** New codes instead of all earlier ones, told this once: only their digests are kept, which take the vault to make. */
export async function makeRecoveryCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newTypedCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: digest(userId, code) })) });
  return codes;
}

/** Uses a code up: of any number of tries at once, one gets true. */
export async function spendRecoveryCode(tx: Transaction, userId: string, code: string): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash: digest(userId, code), usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1;
}

function digest(userId: string, code: string): Uint8Array<ArrayBuffer> {
  const text = `${userId} ${plainCode(code)}`;
  return new Uint8Array(createHmac('sha256', stableKey('recovery codes')).update(text).digest());
}
