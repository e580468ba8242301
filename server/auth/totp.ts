import 'server-only';
import { generateSecret, verifySync } from 'otplib';
import type { Place } from '@/server/vault/place';
import { seal, unseal } from '@/server/vault/seal';

/** Codes are of six digits and of 30 seconds; the one before and the one after count too, for clocks that are off. */
const tolerance = 30;

/** A key of 160 bits, in base32. */
export const newTotpKey = (): string => generateSecret();

export const sealTotpKey = (userId: string, key: string) => seal(key, placeOf(userId));

export const openTotpKey = (userId: string, sealed: Uint8Array): string => unseal(sealed, placeOf(userId));

/** The 30-second step that a code belongs to; null for a wrong one, and for one of a step used up already. */
export function totpStep(key: string, code: string, lastStep: number | null, now = Date.now()): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const checked = verifySync({ secret: key, token: code, epoch: Math.floor(now / 1000), epochTolerance: tolerance });
  if (!checked.valid || !('timeStep' in checked)) return null;
  return lastStep !== null && checked.timeStep <= lastStep ? null : checked.timeStep;
}

const placeOf = (userId: string): Place => ({ table: 'User', column: 'totpSealed', teamId: null, rowId: userId });
