import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOwnState, readCallbackQuery } from './callback-query';

const read = (query: string) => readCallbackQuery(new URLSearchParams(query));

describe('readCallbackQuery', () => {
  test.each([
    ['auth_code=a1&code=a1&state=s', { kind: 'code', code: 'a1', state: 's' }],
    ['code=a1&state=s', { kind: 'code', code: 'a1', state: 's' }],
    ['auth_code=&code=a1', { kind: 'code', code: 'a1', state: null }],
    ['auth_code=first&code=second', { kind: 'code', code: 'first', state: null }],
    ['auth_code=a1&state=your_custom_params', { kind: 'code', code: 'a1', state: 'your_custom_params' }],
    ['auth_code=a1&state=a.b%2Fc%3D%3D', { kind: 'code', code: 'a1', state: 'a.b/c==' }],
    ['state=s', { kind: 'cancelled', state: 's' }],
    ['', { kind: 'cancelled', state: null }],
    ['error=access_denied&state=s', { kind: 'cancelled', error: 'access_denied', state: 's' }],
    ['error=access_denied&auth_code=a1', { kind: 'cancelled', error: 'access_denied', state: null }],
    ['error=%3Cscript%3E&state=s', { kind: 'cancelled', error: 'other', state: 's' }],
    ['error_code=7', { kind: 'cancelled', error: 'other', state: null }],
    ['auth_code=a&auth_code=b&state=s', { kind: 'malformed', reason: 'repeated', state: 's' }],
    ['auth_code[]=a&state=s', { kind: 'malformed', reason: 'repeated', state: 's' }],
    ['auth_code=a&state=s&state=t', { kind: 'malformed', reason: 'repeated', state: 's' }],
    ['auth_code=a%00b', { kind: 'malformed', reason: 'code_characters' }],
    ['auth_code=a%20b', { kind: 'malformed', reason: 'code_characters' }],
    ['auth_code=a&state=a%00b', { kind: 'malformed', reason: 'state_characters' }],
    [`auth_code=${'a'.repeat(2049)}`, { kind: 'malformed', reason: 'code_too_long' }],
    [`auth_code=a&state=${'s'.repeat(513)}`, { kind: 'malformed', reason: 'state_too_long' }],
  ])('%s', (query, expected) => expect(read(query)).toEqual(expected));

  test('cuts the description and keeps it on one line', () => {
    const said = read(`error=server_error&error_description=${encodeURIComponent(`a\r\nb${'c'.repeat(500)}`)}`);
    expect(said).toMatchObject({ description: `a b${'c'.repeat(197)}` });
  });

  test('never throws, and never calls unsound text a code', () => {
    const name = fc.oneof(fc.constantFrom('auth_code', 'code', 'state', 'error', 'state[]'), fc.string());
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 500, maxLength: 3000 }));
    const query = fc.array(fc.tuple(name, value), { maxLength: 6 });
    fc.assert(
      fc.property(query, (pairs) => {
        const result = readCallbackQuery(new URLSearchParams(pairs));
        if (result.kind === 'code') expect(result.code).toMatch(/^[\x21-\x7e]{1,2048}$/);
        expect(result.state?.length ?? 0).toBeLessThanOrEqual(512);
      }),
      { numRuns: 5000 },
    );
  });
});

test('a state of ours is told from one made elsewhere', () => {
  expect(isOwnState('A_-9'.repeat(10) + 'abc')).toBe(true);
  expect(isOwnState('your_custom_params')).toBe(false);
});
