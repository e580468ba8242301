import 'server-only';
import { AppError } from '@/server/errors';

/** Connection exceptions, no resources (disk, memory, connections), shutting down or starting up. */
const sqlState = /^(08\w{3}|53\w{3}|57P\d\d)$/;
/** Prisma: not reachable, timed out, closed, no connection to be had. */
const prisma = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037']);
/** The same, as Prisma's adapter names them beneath a raw query. */
const kinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
/** pg and Prisma let many of these through as plain errors, told apart by nothing but their text. */
const text =
  /connect E[A-Z]+|write EPIPE|read ECONNRESET|Connection terminated|not queryable|timeout exceeded when trying to connect|Unable to start a transaction|database is not open/;

type Clues = {
  code?: unknown;
  originalCode?: unknown;
  kind?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
};

/**
 * Whether the database could not be reached or is going down, so that the same request may succeed soon. For errors of
 * `db` only. Nothing of a query was kept, except perhaps where it was the COMMIT: look before doing it again.
 */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5 || error instanceof AppError) return false;
  const { code, originalCode, kind, message, cause, meta } = error as Clues;
  return (
    [code, originalCode].some((one) => typeof one === 'string' && (sqlState.test(one) || prisma.has(one))) ||
    (typeof kind === 'string' && kinds.has(kind)) ||
    (typeof message === 'string' && text.test(message)) ||
    isDatabaseUnavailable(cause, depth + 1) ||
    isDatabaseUnavailable(meta?.driverAdapterError, depth + 1)
  );
}
