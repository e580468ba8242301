import 'server-only';
import { createHash } from 'node:crypto';
import { newTypedCode, plainCode } from '@/server/auth/typed-code';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';

/** Set-up is open until there is somebody, and never again. */
export async function isSetupOpen(tx: Transaction = db): Promise<boolean> {
  return (await tx.user.findFirst({ select: { id: true } })) === null;
}

/** A new one-time code for whoever can read this process's output; only its digest is kept. Null once set up. */
export async function offerSetupCode(): Promise<string | null> {
  if (!(await isSetupOpen())) return null;
  const code = newTypedCode();
  const setupCodeHash = digest(code);
  await db.installation.upsert({ where: { id: 1 }, create: { id: 1, setupCodeHash }, update: { setupCodeHash } });
  return code;
}

/**
 * Uses up the code: of any number of set-ups at once, one gets past this line.
 * @throws AppError conflict once there is an owner; forbidden for a wrong code.
 */
export async function spendSetupCode(tx: Transaction, code: string): Promise<void> {
  const { count } = await tx.installation.updateMany({
    where: { id: 1, setupCodeHash: digest(code) },
    data: { setupCodeHash: null },
  });
  if (!(await isSetupOpen(tx))) throw setupClosed();
  if (count === 0) {
    throw new AppError('forbidden', 'This is not the code that was printed at the last start.', {
      data: { reason: 'wrong_setup_code', field: 'code' },
    });
  }
}

export function setupClosed(): AppError {
  return new AppError('conflict', 'This installation is set up already. Sign in.', {
    data: { reason: 'setup_closed' },
  });
}

function digest(code: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(plainCode(code)).digest());
}
