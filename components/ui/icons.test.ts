import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawIcons } from '@/scripts/draw-icons';

test('the file of icons holds those that are named: else run `npm run icons`', () => {
  expect(readFileSync('components/ui/icons.svg', 'utf8')).toBe(drawIcons());
});
