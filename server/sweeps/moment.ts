import 'server-only';

/** Longer than this a job does not sit and wait for its slot: it is put back. */
export const momentMs = 4_000;

/**
 * A planned job may be taken so long before its slot. A little more than the engine's workers need to look again, so that
 * at every slot somebody is there to use it.
 */
export const leadMs = 3_000;
