import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExpected } from './read-expected';

const [a, b, c] = ['7010666682221854722', '7010666682221854723', '7010666682221854724'] as const;
const idsOf = (text: string) => readExpected(text).entries.map(({ advertiserId }) => advertiserId);

describe('the advertisers of a file', () => {
  it.each([
    ['ids, one a line', `${a}\n${b}\n${c}`],
    ['ids side by side', `${a}, ${b}, ${c}`],
    ['Windows line ends, empty lines, a BOM', `\uFEFF${a}\r\n\r\n${b}\r\n${c}\r\n`],
    ['a heading', `advertiser_id\n${a}\n${b}\n${c}`],
    ['a heading in Japanese', `広告主ID,広告主名\n${a},青山\n${b},\n${c},`],
    ['a heading in full width', `ＩＤ\n${a}\n${b}\n${c}`],
    ['ids in the last column', `Client,Advertiser ID\nAcme,${a}\n"B, C",${b}\nD,${c}`],
    ['tabs', `name\tid\nA\t${a}\nB\t${b}\nC\t${c}`],
    ['semicolons, as in Europe', `Name;Account ID\nA;${a}\nB;${b}\nC;${c}`],
    ['no heading, labels first', `Acme,${a}\nBeta,${b}\nGamma,${c}`],
    ['what spreadsheets write to keep an id', `id\n'${a}\n"=""${b}"""\n ${c} `],
    ['full-width digits', `id\n７０１０６６６６８２２２１８５４７２２\n${b}\n${c}`],
  ])('%s', (_, text) => {
    expect(readExpected(text)).toMatchObject({ unread: [], repeated: 0 });
    expect(idsOf(text)).toEqual([a, b, c]);
  });

  it('are labelled by the column that says so, else by the other one', () => {
    expect(readExpected(`広告主ID,部署,広告主名\n${a},東京,青山コスメ`).entries[0]?.label).toBe('青山コスメ');
    expect(readExpected(`${a},青山コスメ`).entries[0]?.label).toBe('青山コスメ');
    expect(readExpected(a).entries[0]?.label).toBe('');
  });

  it('are kept once, by their first label', () => {
    const read = readExpected(`id,name\n${a},First\n${b},\n${a},Second`);
    expect(read).toMatchObject({ repeated: 1, entries: [{ advertiserId: a, label: 'First' }, { advertiserId: b }] });
  });

  it('a budget beside an id is no id', () => {
    expect(idsOf(`${a},500000\n${b},250000`)).toEqual([a, b]);
  });
});

describe('a line that cannot be read', () => {
  it.each([
    ['7.01067E+18', 'rounded_id'],
    ['7,01067E+18', 'rounded_id'],
    ['acme', 'not_an_id'],
    ['1234', 'not_an_id'],
    ['1'.repeat(26), 'not_an_id'],
    ['', 'no_id'],
  ])('%s is told as %s, with its number', (cell, problem) => {
    const text = `id,name\n${a},"over\ntwo lines"\n"${cell}",Acme\n${b},B`;
    expect(readExpected(text).unread).toEqual([{ line: 4, text: `${cell}, Acme`, problem }]);
    expect(idsOf(text)).toEqual([a, b]);
  });

  it('says a label that is too long', () => {
    expect(readExpected(`id,name\n${a},${'x'.repeat(201)}\n${b},B`).unread).toMatchObject([
      { line: 2, problem: 'text_too_long' },
    ]);
  });
});

it.each([
  ['', 'nobody'],
  ['\n\n', 'nobody'],
  ['advertiser_id\n', 'nobody'],
  [`id,name\n"${a},x`, 'not_csv'],
  [Array.from({ length: 20_001 }, (_, at) => String(7_010_666_682_221_854_722n + BigInt(at))).join('\n'), 'too_many'],
])('refuses a file of nothing, of no CSV, of too many', (text, reason) => {
  expect(() => readExpected(text)).toThrow(expect.objectContaining({ code: 'invalid_input' }) as Error);
  try {
    readExpected(text);
  } catch (error) {
    expect(error).toMatchObject({ data: { reason, field: 'csv' } });
  }
});

const id = fc.bigInt({ min: 10n ** 15n, max: 10n ** 24n }).map(String);
const label = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => `x${text.replace(/[\0\p{Cs}]/gu, '')}`.trim());

it('whatever the labels and the marks between, every id comes back to the last digit, with its label', () => {
  const entry = fc.record({ advertiserId: id, label });
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { selector: (each) => each.advertiserId, minLength: 1, maxLength: 40 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (entries, delimiter, record_delimiter, bom) => {
        const rows = entries.map((each) => [each.advertiserId, each.label]);
        const text = stringify([['advertiser_id', 'name'], ...rows], {
          delimiter,
          record_delimiter,
          bom,
          quoted: true,
        });
        expect(readExpected(text)).toEqual({ entries, unread: [], repeated: 0 });
      },
    ),
  );
});

it('whatever it is given, each line is read or told of: none is lost, and nothing breaks', () => {
  const cell = fc.oneof(id, fc.string({ maxLength: 12 }), fc.constantFrom('', '"', '7.01E+18', '広告主ID', 'name'));
  const lines = fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 12 });
  fc.assert(
    fc.property(lines, (given) => {
      const text = given.map((cells) => cells.map((each) => each.replace(/["\r\n,;\t]/g, '')).join(',')).join('\n');
      try {
        const { entries, unread, repeated } = readExpected(text);
        const filled = given.filter((_, at) => text.split('\n')[at]?.replace(/[\s,]/g, '')).length;
        const told = entries.length + repeated + unread.length;
        // A heading is neither.
        expect(told).toBeGreaterThanOrEqual(filled - 1);
        expect(new Set(entries.map((entry) => entry.advertiserId)).size).toBe(entries.length);
      } catch (error) {
        expect(error).toMatchObject({ code: 'invalid_input' });
      }
    }),
    { numRuns: 500 },
  );
});
