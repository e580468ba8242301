import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from './new-id';

test('is a UUIDv7', () => {
  for (let round = 0; round < 1000; round++) expect(z.uuidv7().safeParse(newId()).success).toBe(true);
});

test('sorts by time, and never repeats within one millisecond', () => {
  const now = Date.now();
  expect(newId(now) < newId(now + 1)).toBe(true);
  expect(new Set(Array.from({ length: 1000 }, () => newId(now))).size).toBe(1000);
});
