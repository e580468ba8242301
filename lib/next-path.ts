/** Where to go after signing in: a path on this site, or the front door. `//host` and `/\host` would leave it. */
export function safeNext(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(next)) return '/';
  const base = 'https://here.invalid';
  return URL.canParse(next, base) && new URL(next, base).origin === base ? next : '/';
}

export function signInPath(next: string): string {
  return `/sign-in?next=${encodeURIComponent(safeNext(next))}`;
}
