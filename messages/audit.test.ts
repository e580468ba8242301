import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditActions } from '@/contract/audit-words';
import { locales } from '@/lib/locale';

type Wording = { action: Record<string, Record<string, string>> };

test.each(locales)('says in %s whatever the audit tells of, and nothing else', (locale) => {
  const { action } = JSON.parse(readFileSync(new URL(`./${locale}/audit.json`, import.meta.url), 'utf8')) as Wording;
  const worded = Object.entries(action).flatMap(([object, happened]) =>
    Object.keys(happened).map((name) => `${object}.${name}`),
  );
  expect(worded.sort()).toEqual([...auditActions].sort());
});
