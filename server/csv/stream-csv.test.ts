import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streamCsv } from './stream-csv';

type Row = { id: string; name: string; count: number | null };

const columns = [
  ['id', ({ id }: Row) => id],
  ['name', ({ name }: Row) => name],
  ['count', ({ count }: Row) => count],
] as const;

async function* batched(rows: Row[], size: number, onBatch = () => {}) {
  for (let at = 0; at < rows.length; at += size) {
    onBatch();
    yield rows.slice(at, at + size);
  }
}

const fileOf = (rows: Row[], size = 2) =>
  streamCsv({ name: 'things', columns, batches: batched(rows, size), count: rows.length });
const textOf = (rows: Row[], size?: number) => new Response(fileOf(rows, size).body).arrayBuffer();
const decode = (bytes: ArrayBuffer) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

test('is read back as it was, whatever stands in it, but for an apostrophe before what would run', async () => {
  const row = fc.record({
    id: fc.stringMatching(/^\d{1,25}$/),
    name: fc.string({ unit: 'grapheme' }),
    count: fc.option(fc.integer()),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 7 }), fc.integer({ min: 1, max: 4 }), async (rows, size) => {
      const text = decode(await textOf(rows, size));
      expect(text.startsWith('\uFEFF"id","name","count"\r\n')).toBe(true);
      const read: Row[] = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });
      expect(read).toEqual(
        rows.map(({ id, name, count }) => ({
          id,
          name: /^[=+\-@\t\r\n＝＋－＠]/.test(name) ? `'${name}` : name,
          count: count === null ? '' : String(count),
        })),
      );
    }),
  );
});

test.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1', '=cmd|" /C calc"!A0'])('%j cannot run', async (name) => {
  const text = decode(await textOf([{ id: '1', name, count: -3 }]));
  expect(text.split('\r\n')[1]!.startsWith(`"1","'`) || text.includes(`"1","'\r`)).toBe(true);
  expect(text.trimEnd().endsWith(',-3')).toBe(true);
});

test('an id is quoted and exact to its last digit', async () => {
  const id = '7043626160646946818';
  expect(decode(await textOf([{ id, name: 'n', count: 1 }]))).toContain(`\r\n"${id}","n",1\r\n`);
});

test('says what it is called and how many rows it has', () => {
  const { headers } = fileOf([{ id: '1', name: 'n', count: 1 }]);
  expect(headers).toEqual({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': expect.stringMatching(/^attachment; filename="things-\d{4}-\d\d-\d\d\.csv"$/),
    'x-row-count': '1',
  });
});

test('asks for no batch before the one before it was taken, and for none once the reader has left', async () => {
  let asked = 0;
  const rows = Array.from({ length: 100 }, (_, at) => ({ id: String(at), name: 'n', count: at }));
  const batches = batched(rows, 1, () => (asked += 1));
  const reader = streamCsv({ name: 'things', columns, batches, count: 100 }).body.getReader();
  for (let at = 0; at < 3; at++) await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toBeLessThanOrEqual(4);
  await reader.cancel();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toBeLessThanOrEqual(4);
});

test('is cut off, not ended, where a batch fails', async () => {
  async function* failing() {
    yield [{ id: '1', name: 'n', count: 1 }];
    throw new Error('the database is gone');
  }
  const { body } = streamCsv({ name: 'things', columns, batches: failing(), count: 2 });
  await expect(new Response(body).text()).rejects.toThrow('the database is gone');
});
