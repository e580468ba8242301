import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What the documents say is held, and by what: a test that is gone, or called otherwise by now, holds nothing. */
const documents = ['docs/asvs.md', 'docs/reliability.md', 'docs/security.md'];
const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8');
  const tests = [...text.matchAll(/`([^`›]+) › ([^`]+)`/g)].map(([, path = '', title = '']) => [path, title] as const);
  const files = [...text.matchAll(/`([\w./@-]+\/[\w./[\]-]+\.\w+)`/g)].map(([, path = '']) => path);
  const commands = [...text.matchAll(/`npm run ([\w:]+)(?: -- ([\w-]+))?/g)].map(([, name = '', kind]) => ({
    name,
    kind,
  }));

  it('names tests that are there', () => {
    const gone = tests.filter(([path, title]) => {
      const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
      return !['`', "'", '"'].some((quote) => source.includes(quote + title + quote));
    });
    expect(gone).toEqual([]);
  });

  it('names files and commands that are there', () => {
    expect(files.filter((path) => !existsSync(path))).toEqual([]);
    expect(commands.filter(({ name }) => !scripts[name])).toEqual([]);
    const ofKinds = commands.filter(({ name, kind }) => kind && ['chaos', 'drill'].includes(name));
    const unknown = ofKinds.filter(({ name, kind }) => {
      const source = readFileSync(`scripts/${name}.ts`, 'utf8');
      return !new RegExp(`^  '?${kind}'?: `, 'm').test(source);
    });
    expect(unknown).toEqual([]);
  });
});

/** Rows of the table below a heading: the numbers that they begin with, and what shows them. */
function rowsUnder(document: string, heading: string, letter: string) {
  const text = readFileSync(document, 'utf8');
  const part = text.slice(text.indexOf(`\n## ${heading}\n`)).split('\n## ')[1] ?? '';
  return part.split('\n').flatMap((line) => {
    const [, first = '', answer = '', shown = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const named = [...first.matchAll(new RegExp(`\\b${letter}(\\d+)\\b`, 'g'))].map(([, number]) => Number(number));
    return named.length > 0 ? [{ named, answer, shown }] : [];
  });
}

it.each([
  ['docs/reliability.md', 'Faults', 'F', 50],
  ['docs/security.md', 'Attacks', 'A', 56],
])('%s answers everything under “%s” once: by a test, or by a reason', (document, heading, letter, most) => {
  const rows = rowsUnder(document, heading, letter);
  const answered = rows.flatMap(({ named }) => named);
  expect(answered.toSorted((a, b) => a - b)).toEqual(Array.from({ length: most }, (_, n) => n + 1));
  const bare = rows.filter(
    ({ answer, shown }) => !shown.includes('`') && !/not built yet|no test/.test(answer + shown),
  );
  expect(bare.map(({ named }) => named)).toEqual([]);
});
