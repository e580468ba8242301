import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsShown, formatTableLook, parseTableLook, plainLook } from './table-look';

const columns = [
  { id: 'name', fixed: 'start' as const },
  { id: 'state' },
  { id: 'app' },
  { id: 'notes', optional: true },
  { id: 'action', fixed: 'end' as const },
];
const shown = (text: string) => columnsShown(columns, parseTableLook(text)).map(({ id }) => id);

describe('the look of a table', () => {
  it('is kept as it was chosen', () => {
    const looks = fc.record({
      dense: fc.boolean(),
      columns: fc.option(fc.uniqueArray(fc.constantFrom('state', 'app', 'notes'), { minLength: 1 })),
    });
    fc.assert(
      fc.property(looks, (look) => {
        expect(parseTableLook(formatTableLook(look))).toEqual(look);
      }),
    );
  });

  it('is the plain one where a cookie says nothing that can be understood', () => {
    expect(parseTableLook(undefined)).toEqual(plainLook);
    expect(parseTableLook('{"x":1}')).toEqual(plainLook);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(shown(text)).toEqual(expect.arrayContaining(['name', 'action']));
      }),
    );
  });

  it('has the columns that come by themselves until others are chosen', () => {
    expect(shown('')).toEqual(['name', 'state', 'app', 'action']);
    expect(shown('compact:notes,state,notes,gone')).toEqual(['name', 'notes', 'state', 'action']);
  });
});
