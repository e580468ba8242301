import 'server-only';
import { randomInt } from 'node:crypto';

/** No 0 and O, 1 and I: it is read from paper or a terminal. 28 of them are 140 bits, so that a plain digest keeps them. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A code that a person types or pastes: seven times four letters and digits. */
export function newTypedCode(): string {
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 7 }, four).join('-');
}

/** The same code however it was typed. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
