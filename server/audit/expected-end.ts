import 'server-only';
import { LRUCache } from 'lru-cache';
import { shared } from '@/server/shared';

/**
 * Where a team’s audit ends, and how far the database’s clock was ahead of this process’s; `setTo` tells whether this
 * process’s was set since.
 */
export type End = { sequence: bigint; head: Uint8Array | null; clockAheadMs: number; setTo: number };

/** What a clock that is set changes, and time does not. */
export const clockSetTo = () => Date.now() - performance.now();

const steadyMs = 500;

/** Whether times by this end are still the database's. */
export const isSteady = ({ setTo }: End): boolean => Math.abs(clockSetTo() - setTo) < steadyMs;

/**
 * Where this process expects each audit to end: after the last event that it began to write, committed or not. So the
 * next one need not ask, and is chained while that one is still on its way; it is written only if the end is the one
 * expected, and another instance’s event, or one that was undone, costs a second try.
 */
export const expectedEnds = () => shared('expected ends', () => new LRUCache<string, End>({ max: 2_000 }));
