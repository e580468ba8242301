import 'server-only';
import { LRUCache } from 'lru-cache';
import { shared } from '@/server/shared';

/** Where a team’s audit ends, and how far the database’s clock is ahead of this process’s. */
export type End = { sequence: bigint; head: Uint8Array | null; clockAheadMs: number };

/**
 * Where this process expects each audit to end: after the last event that it began to write, committed or not. So the
 * next one need not ask, and is chained while that one is still on its way; it is written only if the end is the one
 * expected, and another instance’s event, or one that was undone, costs a second try.
 */
export const expectedEnds = () => shared('expected ends', () => new LRUCache<string, End>({ max: 2_000 }));
