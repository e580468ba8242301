import { createHash } from 'node:crypto';
import { seededHex40 } from '@/simulator/ids';

/** The load's history starts here, and all of it is past: what anybody makes later is newer. */
export const firstDay = Date.UTC(2024, 6, 1);
const lastDay = Date.UTC(2025, 11, 31);

/** A UUIDv7 of this millisecond, the same for the same seed. */
export function idAt(at: number, seed: string): string {
  const hash = createHash('sha1').update(seed).digest('hex');
  const variant = (8 | (parseInt(hash.charAt(3), 16) & 3)).toString(16);
  const digits = `${at.toString(16).padStart(12, '0')}7${hash.slice(0, 3)}${variant}${hash.slice(4, 19)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The access token of a connection: the stand-in TikTok is told of it, and nobody could confuse it with a real one. */
export const tokenOf = (team: number, connection: number): string =>
  seededHex40(`reference token ${team} ${connection}`);

/** When the `n`-th of `count` came to be. */
export const momentOf = (n: number, count: number): number =>
  Math.floor(firstDay + ((lastDay - firstDay) * n) / Math.max(1, count));
