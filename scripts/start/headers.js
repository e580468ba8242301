import { closedPolicy, pagePolicy } from './policy.js';

/** Addresses that hold a code, a state or a token, or did a moment ago: they go nowhere from there. */
const withoutReferrer = /^\/(callback|outcome|connect|invitation|reset-password)(\/|$)/;
const off = ['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'];
const alsoOff = ['magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'];
const permissions = [...off, ...alsoOff].map((name) => `${name}=()`).join(', ');

/** What every answer carries, whoever made it: Next, a route of ours, or the server before either was asked. */
const fixedHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions,
};

/**
 * Adds the headers at the moment the head is written, when the kind of answer is known. What a route has set by
 * itself stays: only `Content-Security-Policy` could be meant otherwise, by a page that brings its own.
 */
export function stampHeaders(response, { path, method, nonce, https }) {
  const writeHead = response.writeHead;
  response.writeHead = function (...args) {
    const isPage = String(response.getHeader('content-type') ?? '').startsWith('text/html');
    const wanted = {
      ...fixedHeaders,
      'Content-Security-Policy': isPage ? pagePolicy(nonce, https) : closedPolicy,
      'Referrer-Policy': withoutReferrer.test(path) ? 'no-referrer' : 'same-origin',
      'Cache-Control': 'no-store',
      ...(https && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
      ...(method === 'POST' && path === '/api/auth/signout' && { 'Clear-Site-Data': '"cache", "storage"' }),
    };
    for (const [name, value] of Object.entries(wanted)) if (!response.hasHeader(name)) response.setHeader(name, value);
    return writeHead.apply(response, args);
  };
}
