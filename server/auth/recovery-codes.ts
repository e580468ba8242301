import 'server-only';
import { createHmac, randomInt } from 'node:crypto';
import type { Transaction } from '@/server/database/client';
import { stableKey } from '@/server/vault/fingerprint';

const howMany = 10;
/** No 0 and O, 1 and I: they are read from paper. 28 of them are 140 bits, so that a plain digest keeps them. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** New codes instead of all earlier ones, told this once: only their digests are kept, which take the vault to make. */
export async function makeRecoveryCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode);
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

function newCode(): string {
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 7 }, four).join('-');
}

function digest(userId: string, code: string): Uint8Array<ArrayBuffer> {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return new Uint8Array(createHmac('sha256', stableKey('recovery codes')).update(`${userId} ${plain}`).digest());
}
