import 'server-only';
import type { Role } from '@/contract/permissions';
import { AppError } from '@/server/errors';
import type { Actor } from './actor';
import { permissionsOf } from './permissions';

const recentMs = 5 * 60_000;

/** Until when a proof counts; null where that is over. */
export function recentUntil(authenticatedAt: Date): Date | null {
  const until = authenticatedAt.getTime() + recentMs;
  return until >= Date.now() ? new Date(until) : null;
}

export const isRecent = (authenticatedAt: Date): boolean => recentUntil(authenticatedAt) !== null;

/** @throws AppError password_needed where a person's session has not proved its password in the last five minutes. */
export function demandRecentPassword(actor: Actor): void {
  if (actor.kind !== 'person') return;
  if (isRecent(actor.authenticatedAt)) return;
  throw passwordNeeded();
}

/** Whoever gives a role that reads tokens gives what reading one would take. @throws AppError password_needed */
export function demandProofToGive(actor: Actor, role: Role): void {
  if (permissionsOf[role].includes('connections.reveal')) demandRecentPassword(actor);
}

export function passwordNeeded(): AppError {
  return new AppError('password_needed', 'Give your password again first.');
}
