const place = 'invitation';

/**
 * The token of the link: out of the address, and out of the history with it, as soon as it is read. This tab keeps it
 * while its reader signs in.
 */
export function takeToken(): string | null {
  const token = window.location.hash.slice(1);
  if (!token) return sessionStorage.getItem(place);
  sessionStorage.setItem(place, token);
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
}

export const forgetToken = (): void => sessionStorage.removeItem(place);
