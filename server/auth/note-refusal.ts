import 'server-only';
import type { AppError, AppErrorCode } from '@/server/errors';
import { log } from '@/server/log';
import { addressOf } from './address';
import { errorResponse, toAppError } from './border';
import { isApiKey, prefixOf } from './api-key';
import { bearerOf } from './bearer';
import { sessionIdOf } from './session-cookie';

/** `not_found` too: it is what another team’s object is answered with. */
const noted: ReadonlySet<AppErrorCode> = new Set([
  'unauthenticated',
  'forbidden',
  'password_needed',
  'second_factor_needed',
  'not_found',
  'rate_limited',
  // Inputs that no page of ours sends are how an attack looks for a way past; a slip of a person is one line.
  'invalid_input',
  'too_large',
]);

/**
 * Tells the log who was refused what: the audit tells of what was done, and an attack begins with what is not. Sessions
 * and keys are named as the account and the list of keys name them.
 */
export async function noteRefusal({ code, data }: AppError, operation: string, headers: Headers): Promise<void> {
  if (!noted.has(code)) return;
  const bearer = bearerOf(headers);
  const { reason, issues } = (data ?? {}) as { reason?: string; issues?: { path: string[] }[] };
  const by =
    bearer === null
      ? { session: await sessionIdOf(headers) }
      : { key: isApiKey(bearer) ? prefixOf(bearer).slice('gb_'.length) : null };
  const fields = issues?.map(({ path }) => path.join('.')).filter((name) => /^[\w.]{1,60}$/.test(name));
  const what = { code, reason, operation, ...(fields && { fields: fields.slice(0, 10) }) };
  log.info({ ...what, ip: addressOf(headers).ip, ...by }, 'Refused');
}

/** The same for what is no operation of the API, and the answer to it. */
export async function answerRefusal(thrown: unknown, operation: string, headers: Headers): Promise<Response> {
  const error = toAppError(thrown, operation);
  await noteRefusal(error, operation, headers);
  return errorResponse(error);
}
