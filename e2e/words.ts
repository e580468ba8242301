import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';

export type Locale = 'en' | 'ja';

/** What a page in this language says at a key of `messages/`: `words('ja')('apps.form.name')`. */
export function words(locale: Locale) {
  const folder = `messages/${locale}`;
  const areas = readdirSync(folder).map((file) => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as object,
  ]);
  const translate = createTranslator({ locale, messages: Object.fromEntries(areas), onError: fail });
  return translate as unknown as (key: string, values?: Record<string, string | number>) => string;
}

function fail(error: unknown): never {
  throw error;
}
