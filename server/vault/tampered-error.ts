import 'server-only';
import { AppError } from '@/server/errors';
import type { Place } from '@/server/vault/place';

/** What is stored is not what was sealed at this place: altered, moved from another row, or sealed with a lost key. */
export class TamperedError extends AppError {
  constructor({ table, column, rowId }: Place, cause?: unknown) {
    const data = { reason: 'tampered', table, column, rowId };
    super('precondition_failed', 'What is stored of this secret was altered. It is not used.', { data, cause });
    this.name = 'TamperedError';
  }
}
