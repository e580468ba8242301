import 'server-only';
import { randomBytes } from 'node:crypto';

/** 128 random bits, written as a UUID is: one of a version has fewer, and a session's id is to be guessed by nobody. */
export function newSessionId(): string {
  return randomBytes(16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
