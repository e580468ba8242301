import { expect, it } from 'vitest';
import { isTooLong, readTextFile } from './read-text-file';

const bytes = (...values: number[]) => new Uint8Array(values);

it.each([
  ['UTF-8', new TextEncoder().encode('広告主')],
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, ...new TextEncoder().encode('広告主'))],
  ['Shift_JIS', bytes(0x8d, 0x4c, 0x8d, 0x90, 0x8e, 0xe5)],
  ['UTF-16', bytes(0xff, 0xfe, 0x83, 0x5e, 0x4a, 0x54, 0x3b, 0x4e)],
])('reads %s', (_, given) => {
  expect(readTextFile(given)).toBe('広告主');
});

it.each([
  ['a spreadsheet', bytes(0x50, 0x4b, 0x03, 0x04, 0, 0, 8, 0)],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff)],
])('tells %s from text', (_, given) => {
  expect(readTextFile(given)).toBeNull();
});

it.each([
  ['300,000 ids', '7010666682221854722\n'.repeat(300_000), false],
  ['400,000 ids', '7010666682221854722\n'.repeat(400_000), true],
  [
    'half as many with labels of ten Japanese characters',
    `7010666682221854722,${'広'.repeat(10)}\n`.repeat(150_000),
    false,
  ],
  ['all with such labels', `7010666682221854722,${'広'.repeat(10)}\n`.repeat(300_000), true],
])('says whether %s can be sent', (_, text, tooLong) => {
  expect(isTooLong(text)).toBe(tooLong);
});
