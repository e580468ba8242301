import 'server-only';

/** A reason not to start, written for the person who operates the installation: its message says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
