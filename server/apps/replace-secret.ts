import 'server-only';
import type { Transaction } from '@/server/database/client';
import { TamperedError } from '@/server/vault/tampered-error';
import { openSecret, sealPriorSecret, sealSecret } from './seal-secret';

type Row = { teamId: string; id: string };

/**
 * The secret before it stays readable: TikTok takes a while to switch. One that was altered where it is stored is none, and
 * this takes its place. False if this is the secret it has.
 */
export async function replaceSecret(tx: Transaction, row: Row, secret: string): Promise<boolean> {
  const where = { teamId_id: row };
  const { secretSealed } = await tx.app.findUniqueOrThrow({ where, select: { secretSealed: true } });
  const prior = secretSealed && openUnlessTampered(row, secretSealed);
  if (prior === secret) return false;
  const priorSecretSealed = prior === null ? null : sealPriorSecret(row, prior);
  await tx.app.update({ where, data: { ...sealSecret(row, secret), priorSecretSealed }, select: { id: true } });
  return true;
}

function openUnlessTampered(row: Row, secretSealed: Uint8Array): string | null {
  try {
    return openSecret(row, secretSealed);
  } catch (error) {
    if (error instanceof TamperedError) return null;
    throw error;
  }
}
