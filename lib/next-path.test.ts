import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeNext, signInPath } from './next-path';

const here = 'https://grantboard.example';

it.each(['/', '/acme/connections?state=healthy#top', '/a%2Fb', '/日本語'])('follows %s', (next) => {
  expect(safeNext(next)).toBe(next);
  expect(new URL(signInPath(next), here).searchParams.get('next')).toBe(next);
});

it.each([null, '', 'acme', '//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example', '/a\\b'])(
  'does not follow %j',
  (next) => expect(safeNext(next)).toBe('/'),
);

it('stays on this site whatever it is given', () => {
  const text = fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', '\t', '\n', 'a', 'e', '?', '#', '%', '5') });
  fc.assert(fc.property(text, (next) => new URL(safeNext(next), here).origin === here));
});
