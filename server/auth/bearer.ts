import 'server-only';

/**
 * The key that a request brings as `Authorization: Bearer gb_…`, if it brings one. What else may stand there is a matter
 * between a browser and a proxy before us.
 */
export function bearerOf(headers: Headers): string | null {
  return /^Bearer +(gb_\S*)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}
