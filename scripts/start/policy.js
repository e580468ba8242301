import { randomBytes } from 'node:crypto';

/** For whatever is no page: nothing in it may be run, loaded or framed. */
export const closedPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const newNonce = () => randomBytes(16).toString('base64');

/**
 * What a page may do. Scripts run by their nonce and what those load; styles are files, or carry the nonce, while
 * attributes stay open: rows are placed by them, and they cannot load or run anything. What may become markup or the
 * address of a script is told by lib/trusted-scripts.ts.
 */
export function pagePolicy(nonce, https) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
