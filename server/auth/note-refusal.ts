import 'server-only';
import type { AppError, AppErrorCode } from '@/server/errors';
import { log } from '@/server/log';
import { addressOf } from './address';
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
]);

/**
 * Tells the log who was refused what: the audit tells of what was done, and an attack begins with what is not. Sessions
 * and keys are named as the account and the list of keys name them.
 */
export async function noteRefusal({ code, data }: AppError, operation: string, headers: Headers): Promise<void> {
  if (!noted.has(code)) return;
  const bearer = bearerOf(headers);
  const { reason } = (data ?? {}) as { reason?: string };
  const by =
    bearer === null
      ? { session: await sessionIdOf(headers) }
      : { key: isApiKey(bearer) ? prefixOf(bearer).slice('gb_'.length) : null };
  log.info({ code, reason, operation, ip: addressOf(headers).ip, ...by }, 'Refused');
}
