import 'server-only';

/** Text to be found as it stands: Prisma's `contains` and `startsWith` leave LIKE's wildcards to the caller. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
