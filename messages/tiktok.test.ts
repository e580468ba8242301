import { expect, test } from 'vitest';
import { tikTokKeys } from '@/contract/tiktok-codes';
import en from './en/tiktok.json';
import ja from './ja/tiktok.json';

test.each([
  ['English', en],
  ['Japanese', ja],
])('every kind of answer is explained in %s', (_, wording: Record<string, Record<string, string>>) => {
  expect(Object.keys(wording).sort()).toEqual([...tikTokKeys].sort());
  for (const card of Object.values(wording)) expect(Object.keys(card)).toEqual(['headline', 'cause', 'action']);
});
