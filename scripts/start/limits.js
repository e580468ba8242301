import { STATUS_CODES } from 'node:http';
import { closedPolicy } from './policy.js';

/** Of a request, and of one that brings a list of expected advertisers (server/answer.ts knows both too). */
const [mostBytes, mostOfList] = [1024 * 1024, 8 * 1024 * 1024];
const bringsList = (method, path) => /^(POST|PATCH)$/.test(method) && /^\/api\/v1\/coverage(\/[^/]+)?$/.test(path);

/** A head of 16 kB within ten seconds, a request within thirty: who sends a byte a minute holds nothing for long. */
export const serverLimits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 75_000,
};

/** The status to refuse a body with before a byte of it is read, or null. The API counts an unannounced one itself. */
export function refusalOf({ method, headers }, path) {
  const most = bringsList(method, path) ? mostOfList : mostBytes;
  if (Number(headers['content-length'] ?? 0) > most) return 413;
  if ('transfer-encoding' in headers && !path.startsWith('/api/v1/')) return 411;
  return null;
}

/** What is no HTTP, too long or too slow is answered before there is a request. */
export function refuseBroken(error, socket) {
  if (!socket.writable || socket.bytesWritten > 0) return void socket.destroy();
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code] ?? 400;
  const headers = ['Connection: close', 'X-Content-Type-Options: nosniff', `Content-Security-Policy: ${closedPolicy}`];
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join('\r\n')}\r\nContent-Length: 0\r\n\r\n`);
}
