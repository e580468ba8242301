import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostExpected } from '@/contract/advertiser-words';
import { readExpected } from './read-expected';

const [a, b, c] = ['7010666682221854722', '7010666682221854723', '7010666682221854724'] as const;
const idsOf = async (text: string) => (await readExpected(text)).entries.map(({ advertiserId }) => advertiserId);

it('lines are read as far as they go, however wide one of them is', async () => {
  const lines = 3_000;
  const text = `${a}${','.repeat(200_000)}\n${`${a}\n`.repeat(lines)}`;
  expect(await readExpected(text)).toMatchObject({ entries: [{ advertiserId: a }], repeated: lines, unreadCount: 0 });
});

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
  ])('%s', async (_, text) => {
    expect(await readExpected(text)).toMatchObject({ unread: [], repeated: 0 });
    expect(await idsOf(text)).toEqual([a, b, c]);
  });

  it('are labelled by the column that says so, else by the other one', async () => {
    const labelOf = async (text: string) => (await readExpected(text)).entries[0]?.label;
    expect(await labelOf(`広告主ID,部署,広告主名\n${a},東京,青山コスメ`)).toBe('青山コスメ');
    expect(await labelOf(`${a},青山コスメ`)).toBe('青山コスメ');
    expect(await labelOf(a)).toBe('');
  });

  it('are kept once, by their first label', async () => {
    const read = await readExpected(`id,name\n${a},First\n${b},\n${a},Second`);
    expect(read).toMatchObject({ repeated: 1, entries: [{ advertiserId: a, label: 'First' }, { advertiserId: b }] });
  });

  it('a budget beside an id is no id', async () => {
    expect(await idsOf(`${a},500000\n${b},250000`)).toEqual([a, b]);
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
  ])('%s is told as %s, with its number', async (cell, problem) => {
    const text = `id,name\n${a},"over\ntwo lines"\n"${cell}",Acme\n${b},B`;
    expect((await readExpected(text)).unread).toEqual([{ line: 4, text: `${cell}, Acme`, problem }]);
    expect(await idsOf(text)).toEqual([a, b]);
  });

  it('says a label that is too long', async () => {
    const read = await readExpected(`id,name\n${a},${'x'.repeat(201)}\n${b},B`);
    expect(read.unread).toMatchObject([{ line: 2, problem: 'text_too_long' }]);
  });
});

it.each([
  ['', 'nobody'],
  ['\n\n', 'nobody'],
  ['advertiser_id\n', 'nobody'],
  [`id,name\n"${a},x`, 'not_csv'],
  [
    Array.from({ length: mostExpected + 1 }, (_, at) => String(7_010_666_682_221_854_722n + BigInt(at))).join('\n'),
    'too_many',
  ],
])('refuses a file of nothing, of no CSV, of too many', async (text, reason) => {
  await expect(readExpected(text)).rejects.toMatchObject({ code: 'invalid_input', data: { reason, field: 'csv' } });
});

it('reads a long file in parts, between which others are answered; a character that is cut in two is whole', async () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => `${7_010_666_682_221_854_722n + BigInt(at)},広告主`);
  let turns = 0;
  const beside = setInterval(() => turns++, 0);
  const { entries } = await readExpected(lines.join('\n'));
  clearInterval(beside);
  expect(entries).toHaveLength(30_000);
  expect(entries.every(({ label }) => label === '広告主')).toBe(true);
  expect(turns).toBeGreaterThan(10);
});

it('names the first lines that cannot be read, and counts the others', async () => {
  const read = await readExpected(`id\n${'nobody\n'.repeat(5_000)}`);
  expect([read.unread.length, read.unreadCount, read.unread[199]?.line]).toEqual([200, 5_000, 201]);
});

it.each([
  ['ids in one line', Array.from({ length: 200_000 }, (_, at) => String(70_106_666_822n + BigInt(at))).join(',')],
  ['a line wider than all others', `${'x,'.repeat(400_000)}\n${`${a}\n`.repeat(900)}`],
])('is not held up by %s', async (_, text) => {
  const began = process.cpuUsage();
  expect((await readExpected(text)).entries.length).toBeGreaterThan(0);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1e6).toBeLessThan(10);
});

const id = fc.bigInt({ min: 10n ** 15n, max: 10n ** 24n }).map(String);
const label = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => `x${text.replace(/[\0\p{Cs}]/gu, '')}`.trim());

it('whatever the labels and the marks between, every id comes back to the last digit, with its label', async () => {
  const entry = fc.record({ advertiserId: id, label });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(entry, { selector: (each) => each.advertiserId, minLength: 1, maxLength: 40 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (entries, delimiter, record_delimiter, bom) => {
        const rows = entries.map((each) => [each.advertiserId, each.label]);
        const text = stringify([['advertiser_id', 'name'], ...rows], {
          delimiter,
          record_delimiter,
          bom,
          quoted: true,
        });
        expect(await readExpected(text)).toEqual({ entries, unread: [], unreadCount: 0, repeated: 0 });
      },
    ),
  );
});

it('whatever it is given, each line is read or told of: none is lost, and nothing breaks', async () => {
  const cell = fc.oneof(id, fc.string({ maxLength: 12 }), fc.constantFrom('', '"', '7.01E+18', '広告主ID', 'name'));
  const lines = fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lines, async (given) => {
      const text = given.map((cells) => cells.map((each) => each.replace(/["\r\n,;\t]/g, '')).join(',')).join('\n');
      try {
        const { entries, unreadCount, repeated } = await readExpected(text);
        const filled = given.filter((_, at) => text.split('\n')[at]?.replace(/[\s,]/g, '')).length;
        const told = entries.length + repeated + unreadCount;
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
