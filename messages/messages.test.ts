import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '@/lib/locale';

/** Names that stand in Japanese text as they are. */
const names = /TikTok|Grantboard|OpenAPI|API|cURL|URL|App ID|Secret|ID|JSON|CSV|OK|UTC/g;

const folder = (locale: string) => new URL(`./${locale}/`, import.meta.url);
const areas = readdirSync(folder('en'));

function load(locale: string, file: string): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (value: unknown, path: string[]) => {
    if (typeof value === 'string') flat.set(path.join('.'), value);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, [...path, key]);
  };
  walk(JSON.parse(readFileSync(new URL(file, folder(locale)), 'utf8')), []);
  return flat;
}

/** What a message says, and the `{names}` and `<tags>` it wants: braces open, in turn, an argument and a branch's text. */
function read(message: string): { text: string; wants: string[] } {
  const [wants, open] = [new Set([...message.matchAll(/<(\w+)>/g)].map(([tag]) => tag)), ['text']];
  let text = '';
  for (let at = 0; at < message.length; at++) {
    const inText = open.at(-1) === 'text';
    if (message[at] === '}') open.pop();
    else if (message[at] === '{') {
      if (inText) wants.add(/^\w+/.exec(message.slice(at + 1).trim())?.[0] ?? '');
      open.push(inText ? 'argument' : 'text');
    } else if (inText) text += message[at];
  }
  return { text: text.replace(/<[^>]*>/g, ''), wants: [...wants].sort() };
}

it('each language has the same files', () => {
  for (const locale of locales) expect(readdirSync(folder(locale)).sort()).toEqual(areas.sort());
});

describe.each(areas)('%s', (file) => {
  const [en, ja] = [load('en', file), load('ja', file)];

  it('has the same keys in both languages', () => {
    expect([...ja.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('wants the same values in both languages', () => {
    for (const [key, message] of en) expect(read(ja.get(key) ?? '').wants, key).toEqual(read(message).wants);
  });

  it('is well-formed', () => {
    for (const [key, message] of en) expect(problem('en', message), key).toBeUndefined();
    for (const [key, message] of ja) expect(problem('ja', message), key).toBeUndefined();
  });

  it('is translated', () => {
    for (const [key, message] of ja) {
      const bare = read(message).text.replace(names, '');
      expect(/[a-z]/i.test(bare) && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(bare), key).toBe(false);
    }
  });
});

/** The complaint of the formatter about a message, other than that its values are not given. */
function problem(locale: Locale, message: string): string | undefined {
  const complaints: string[] = [];
  const t = createTranslator({ locale, messages: { message }, onError: ({ code }) => complaints.push(code) });
  t('message' as never);
  return complaints.find((code) => code === 'INVALID_MESSAGE');
}
