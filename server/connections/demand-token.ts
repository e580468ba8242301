import 'server-only';
import type { ConnectionState } from '@/contract/connection-filter';
import { AppError } from '@/server/errors';

/** @throws AppError precondition_failed: a revoked connection has no token any more. */
export function demandToken({ state }: { state: ConnectionState }): void {
  if (state !== 'revoked') return;
  throw new AppError('precondition_failed', 'This connection is revoked; its token is gone. Re-authorize it first.', {
    data: { reason: 'revoked' },
  });
}
