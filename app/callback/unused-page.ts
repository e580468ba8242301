import { createHash } from 'node:crypto';
import { createTranslator } from 'next-intl';
import { loadMessages } from '@/i18n/messages';
import { isLocale, localeCookie, negotiateLocale } from '@/lib/locale';
import { retryHeaders } from '@/server/auth/border';
import { cookiesOf } from '@/server/auth/browser';
import { ownCookie } from '@/server/auth/own-cookie';
import type { AppError } from '@/server/errors';

const style = `
  :root { color-scheme: light dark }
  body { margin: 0 auto; max-width: 24rem; padding: 15vh 1rem; font: 0.9375rem/1.5 system-ui, sans-serif }
  h1 { font-size: 1.25rem }
  a { display: inline-block; margin-top: 0.5rem; padding: 0.5rem 1rem; border-radius: 0.5rem; background: #2c56dd;
      color: #fff; text-decoration: none }`;

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * When ours failed before anything could be kept: the address, with its code, stays where it is, and loading it again
 * does the same again. A page of its own, because the others want the database too.
 */
export async function unusedPage(request: Headers, error?: AppError): Promise<Response> {
  const chosen = cookiesOf(request).get(ownCookie(localeCookie));
  const locale = isLocale(chosen) ? chosen : negotiateLocale(request.get('accept-language'));
  const t = createTranslator({ locale, messages: await loadMessages(locale), namespace: 'outcome.unused' });
  const html = `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${t('title')}</title>
<style>${style}</style>
<main>
  <h1>${t('title')}</h1>
  <p>${t('text')}</p>
  <a href="">${t('action')}</a>
</main>
`;
  return new Response(html, {
    status: error?.status ?? 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': policy,
      'retry-after': '5',
      ...(error && retryHeaders(error)),
    },
  });
}
