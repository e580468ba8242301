/** Asks next-auth for a change of the session; it wants its own token along with each. */
export async function changeSession(action: string, fields: Record<string, string>): Promise<Response> {
  const token = await fetch('/api/auth/csrf');
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' });
  return fetch(`/api/auth/${action}`, { method: 'POST', body });
}
