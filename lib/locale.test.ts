import { expect, it } from 'vitest';
import { negotiateLocale } from '@/lib/locale';

it.each([
  [null, 'en'],
  ['', 'en'],
  ['ja', 'ja'],
  ['ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
  ['fr-FR, ja;q=0.4, en;q=0.9', 'en'],
  ['de, *;q=0.5', 'en'],
  ['en;q=0, ja;q=0.1', 'ja'],
  ['ja;q=oops', 'en'],
])('%s is answered in %s', (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});
