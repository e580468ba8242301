import 'server-only';

const statuses = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  password_needed: 403,
  second_factor_needed: 403,
  not_found: 404,
  conflict: 409,
  precondition_failed: 412,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
  upstream: 502,
  unavailable: 503,
} as const;

export type AppErrorCode = keyof typeof statuses;

/** The HTTP status that a code is answered with. */
function statusOf(code: AppErrorCode): number {
  return statuses[code];
}

/**
 * The one error that verbs throw on purpose. `message` and `data` reach whoever asked, so neither may hold a secret;
 * `cause` stays in the process. `upstream` means that TikTok refused or failed, `unavailable` that something of ours
 * (the database, say) did and the same request may be sent again.
 */
export class AppError extends Error {
  readonly data?: unknown;

  constructor(
    readonly code: AppErrorCode,
    message: string,
    { data, cause }: { data?: unknown; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    if (data !== undefined) this.data = data;
  }

  get status(): number {
    return statusOf(this.code);
  }
}
