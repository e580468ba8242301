import { expect, test } from 'vitest';
import { z } from 'zod';
import { paging } from '@/contract/shapes';
import { decodeCursor, encodeCursor } from './cursor';

const values = z.tuple([z.string(), z.uuid()]);

test('gives back what was put in', () => {
  const last = ['株式会社 "ミドリ"', '01890000-0000-7000-8000-000000000001'] as const;
  expect(decodeCursor(encodeCursor(last), values)).toEqual(last);
});

test('is taken back for the longest text that a list is ordered by', () => {
  const cursor = encodeCursor(['広'.repeat(500), '01890000-0000-7000-8000-000000000001']);
  expect(paging.cursor.parse(cursor)).toBe(cursor);
});

test.each(['', '%', 'bm90IGpzb24', encodeCursor(['name']), encodeCursor([1, 2])])('refuses %j', (cursor) => {
  expect(() => decodeCursor(cursor, values)).toThrowError(expect.objectContaining({ code: 'invalid_input' }));
});
