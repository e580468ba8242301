const hour = 60 * 60 * 1000;

/**
 * Until when a pasted code works at the least, in milliseconds: it lives an hour, and cannot be older than its
 * authorization. Null when that says nothing any more, as with a URL sent out days ago.
 */
export function codeDeadline(createdAt: string, now: number): number | null {
  const deadline = new Date(createdAt).getTime() + hour;
  return deadline > now ? deadline : null;
}
