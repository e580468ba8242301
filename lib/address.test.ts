import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeQuery, flag, listOf, matching, oneOf, place, readAddress, text } from './address';

const parts = {
  q: text,
  ...place,
  archived: flag(false),
  failing: flag(null),
  country: matching(/^[A-Z]{2}$/),
  sort: oneOf(['name', '-name'], 'name'),
  colour: listOf(oneOf(['red', 'green', 'blue'], null)),
};
const nothing = readAddress(parts, {});
const said = fc.record({
  q: fc.string({ unit: 'grapheme' }).map((words) => words.toWellFormed()),
  at: fc.nat(1e9 - 1),
  archived: fc.boolean(),
  failing: fc.constantFrom(true, false, null),
  country: fc.constantFrom('JP', null),
  sort: fc.constantFrom('name' as const, '-name' as const),
  colour: fc.uniqueArray(fc.constantFrom('red' as const, 'green' as const, 'blue' as const)),
});

describe('state in the address', () => {
  it('is read as it was said, beside what others keep there', () => {
    fc.assert(
      fc.property(said, said, (first, second) => {
        const query = changeQuery(parts, changeQuery(parts, 'other=1', first), second);
        expect(readAddress(parts, new URLSearchParams(query))).toEqual(second);
        expect(new URLSearchParams(query).get('other')).toBe('1');
      }),
    );
  });

  it('leaves no trace of what holds anyway, or is taken back', () => {
    expect(changeQuery(parts, 'other=1', nothing)).toBe('other=1');
    expect(changeQuery(parts, 'q=x&sort=-name', { q: null, sort: 'name' })).toBe('');
    expect(changeQuery(parts, 'q=x&sort=-name', { q: undefined })).toBe('q=x&sort=-name');
  });

  it('reads well', () => {
    expect(changeQuery(parts, '', { colour: ['red', 'blue'] })).toBe('colour=red,blue');
  });

  it('holds nothing that means nothing', () => {
    const asked = { at: '-1', archived: 'maybe', failing: '', country: 'Japan', sort: ['up', 'name'], colour: 'x' };
    expect(readAddress(parts, asked)).toEqual(nothing);
    expect(readAddress(parts, { colour: 'x,red,' }).colour).toEqual(['red']);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(parts)), fc.string({ unit: 'binary' })), (asked) => {
        readAddress(parts, asked);
      }),
    );
  });
});
