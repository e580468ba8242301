import 'server-only';
import { ORPCError, ValidationError } from '@orpc/contract';
import { randomUUID } from 'node:crypto';
import { isDatabaseUnavailable } from '@/server/database/unavailable';
import { AppError } from '@/server/errors';
import { log } from '@/server/log';
import { TamperedError } from '@/server/vault/tampered-error';

/** What the API answers instead of a result. */
export type ErrorBody = { code: string; message: string; data?: unknown };

/** Whatever a verb threw, as the error that may leave: our own as it is, anything else as a reference to the log. */
export function toAppError(error: unknown, operation: string): AppError {
  if (error instanceof TamperedError) log.error({ err: error, operation }, 'A stored secret was altered');
  if (error instanceof AppError) return error;
  if (isInvalidInput(error)) {
    return new AppError('invalid_input', 'The request does not have the shape that this operation wants.', {
      data: { issues: error.cause.issues.map(({ path, message }) => ({ path: pathOf(path), message })) },
    });
  }
  if (isDatabaseUnavailable(error)) {
    log.error({ err: error, operation }, 'The database did not answer');
    return new AppError('unavailable', 'The database does not answer at the moment. Try again.', { cause: error });
  }
  const reference = randomUUID();
  log.error({ err: error, operation, reference }, 'An operation failed');
  return new AppError('internal', `Something went wrong on our side. Reference: ${reference}.`, {
    data: { reference },
  });
}

/** The same for an error of the way in: before there is an operation, or after its result. */
export function fromBorder(error: ORPCError<string, unknown>): AppError {
  if (error.cause instanceof AppError) return error.cause;
  if (error.code === 'BAD_REQUEST') return new AppError('invalid_input', 'The body of the request is not valid JSON.');
  if (error.code === 'PAYLOAD_TOO_LARGE') return new AppError('too_large', 'The body of the request is too large.');
  return toAppError(error, 'border');
}

/** oRPC reads the status from its own error; ours travels inside. */
export function asOrpcError(error: AppError): ORPCError<string, unknown> {
  return new ORPCError(error.code, { status: error.status, message: error.message, cause: error });
}

export const errorBody = ({ code, message, data }: AppError): ErrorBody =>
  data === undefined ? { code, message } : { code, message, data };

/** An error outside any operation: another route of ours, an address that does not exist. */
export function errorResponse(error: AppError): Response {
  const headers = { ...answerHeaders(error.status), ...retryHeaders(error) };
  return Response.json(errorBody(error), { status: error.status, headers });
}

/** When to ask again, for whoever asked too often. */
export function retryHeaders({ code, data }: AppError): Record<string, string> {
  const seconds = (data as { retryAfterSeconds?: number } | undefined)?.retryAfterSeconds;
  return code === 'rate_limited' && seconds !== undefined ? { 'retry-after': String(seconds) } : {};
}

/** No answer of ours is for keeping; 503 says when to come back. */
export function answerHeaders(status: number): Record<string, string> {
  return { 'cache-control': 'no-store', ...(status === 503 && { 'retry-after': '5' }) };
}

/** Only what came in: when our own output has the wrong shape, that is our fault and nobody else's. */
function isInvalidInput(error: unknown): error is ORPCError<string, unknown> & { cause: ValidationError } {
  return error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError;
}

type Segment = PropertyKey | { key: PropertyKey };

const pathOf = (path: readonly Segment[] = []): string[] =>
  path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
