import { afterAll, beforeAll } from 'vitest';

/** What no one in this process has caught, while the tests of a file run. */
export function watchRejections(): unknown[] {
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);
  beforeAll(() => void process.on('unhandledRejection', note));
  afterAll(() => void process.off('unhandledRejection', note));
  return unhandled;
}
