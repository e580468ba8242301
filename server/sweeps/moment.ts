import 'server-only';

/** Longer than this a job does not sit and wait for its slot: it is put back. */
export const momentMs = 4_000;

/**
 * A planned job may be taken so long before its slot. A little more than the engine's workers need to look again, so that
 * at every slot somebody is there to use it.
 */
export const leadMs = 3_000;

/**
 * The engine takes a queue's jobs by priority before all else: by their slots here, the earliest first. Else the apps that
 * were planned first would take every worker, and the slots of the others would pass.
 */
export function priorityOf(slotAt: number): number {
  const secondsSince2020 = Math.floor((slotAt - Date.UTC(2020)) / 1_000);
  return -secondsSince2020;
}
