/** What our API refused: the code that it gave, and what it said about it. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}
