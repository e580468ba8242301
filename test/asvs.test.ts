import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import ids from './asvs-ids.json';

const text = readFileSync('docs/asvs.md', 'utf8');

/** What stands in a row of a table that begins with ids: `| 1.2.3, 1.2.4 | asked | answer | shown by |`. */
const rows = text.split('\n').flatMap((line) => {
  const [, first = '', , answer = '', shown = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
  const named = first.split(', ');
  return named.every((id) => /^\d+\.\d+\.\d+$/.test(id)) ? [{ named, answer, shown }] : [];
});

const kinds = { 'Not met': /^\*\*Not met\.\*\*/, 'Not applicable': /^Not applicable:/, Operator: /^Operator:/ };
type Kind = keyof typeof kinds | 'Held';

const kindOf = (answer: string): Kind =>
  (Object.keys(kinds) as (keyof typeof kinds)[]).find((kind) => kinds[kind].test(answer)) ?? 'Held';

describe('docs/asvs.md', () => {
  it('answers each requirement of levels 1 and 2 once, and no other', () => {
    const answered = rows.flatMap(({ named }) => named);
    expect(answered.toSorted()).toEqual([...ids.level1, ...ids.level2].toSorted());
  });

  it('shows what it says is held: by a test, a file, or a word that there is none', () => {
    const bare = rows.filter(({ answer, shown }) => kindOf(answer) === 'Held' && !/`|\]\(|no test/.test(shown));
    expect(bare.map(({ named }) => named)).toEqual([]);
  });

  it('says what is missing of what is not met, and why something does not apply', () => {
    const reasons = rows.filter(({ answer }) => kindOf(answer) !== 'Held');
    const short = reasons.filter(({ answer }) => answer.replace(/^[^:.]*[:.](\*\*)?/, '').trim().length < 10);
    expect(short.map(({ named }) => named)).toEqual([]);
  });

  it('counts its answers as they are', () => {
    const counted = (level: string[], kind: Kind) =>
      rows
        .filter(({ answer }) => kindOf(answer) === kind)
        .flatMap(({ named }) => named.filter((id) => level.includes(id))).length;
    for (const kind of ['Held', 'Operator', 'Not applicable', 'Not met'] as const) {
      expect(text).toMatch(
        new RegExp(`\\| ${kind} *\\| *${counted(ids.level1, kind)} *\\| *${counted(ids.level2, kind)} *\\|`),
      );
    }
  });
});
