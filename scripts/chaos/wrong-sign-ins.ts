/** Guesses from as many networks at as many accounts: no limit refuses any of them before its password is hashed. */
export async function openGuesses(appUrl: string) {
  const asked = await fetch(`${appUrl}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const cookie = asked.headers.getSetCookie().map((line) => line.split(';')[0]);
  let guesses = 0;
  const guess = async (): Promise<number> => {
    const turn = guesses++;
    const fields = { email: `nobody-${turn}@example.com`, password: 'not the password of anybody', json: 'true' };
    const { status } = await fetch(`${appUrl}/api/auth/callback/credentials`, {
      method: 'POST',
      headers: {
        cookie: cookie.join('; '),
        origin: appUrl,
        'x-forwarded-for': `10.${turn >> 16}.${(turn >> 8) & 255}.${turn & 255}`,
      },
      body: new URLSearchParams({ ...fields, csrfToken }),
    });
    return status;
  };
  /** So many at once. @returns with which status each was answered */
  return (atOnce: number): Promise<number[]> => Promise.all(Array.from({ length: atOnce }, guess));
}
