/** The languages of the product, the first being the one for whom nothing else is known. */
export const locales = ['en', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** Each language in its own words. */
export const localeNames: Record<Locale, string> = { en: 'English', ja: '日本語' };

/** Cookies this browser keeps for the server to render with: language, and IANA time zone. */
export const localeCookie = 'locale';
export const timeZoneCookie = 'timezone';

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** The first language of an Accept-Language header, by weight, that the product speaks. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1];
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ language, weight }) => weight > 0 && isLocale(language))
    .sort((a, b) => b.weight - a.weight)[0]?.language;
  return isLocale(wanted) ? wanted : locales[0];
}
