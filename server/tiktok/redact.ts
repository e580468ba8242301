import 'server-only';

const maxLength = 300;
const looksLikeToken = /[0-9a-f]{40,}/gi;
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** TikTok's own words, made safe to show: one line, cut, and without anything secret that they may repeat to us. */
export function redact(message: unknown, secrets: readonly string[] = []): string {
  if (typeof message !== 'string') return '';
  const hidden = secrets
    .filter((secret) => secret.length >= 4)
    .reduce((text, secret) => text.replaceAll(secret, '•••').replaceAll(encodeURIComponent(secret), '•••'), message);
  return hidden.replace(looksLikeToken, '•••').replace(unprintable, ' ').trim().slice(0, maxLength).toWellFormed();
}
