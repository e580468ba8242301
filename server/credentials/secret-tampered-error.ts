import 'server-only';
import { AppError } from '@/server/errors';

/** The App Secret that is stored is not what was stored. Entering it again mends that: nothing has to be known of it. */
export class SecretTamperedError extends AppError {
  constructor({ id, name }: { id: string; name: string }, cause: unknown) {
    super(
      'precondition_failed',
      `The stored Secret of “${name}” was altered, and is not used. Enter it again in the app.`,
      { data: { reason: 'secret_tampered', app: { id, name } }, cause },
    );
    this.name = 'SecretTamperedError';
  }
}
