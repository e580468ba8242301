import 'server-only';

const loopback = /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host's name, as URL has it, can only mean this machine. */
export const isLoopback = (hostname: string): boolean => loopback.test(hostname);

/**
 * An address from the configuration, without a trailing slash. Secrets travel to it, so that it has to be https unless
 * it is this machine or the operator allows otherwise.
 */
export function secureAddress(address: string, insecureAllowed: boolean): string {
  if (!URL.canParse(address)) throw new Error('wants an address such as https://example.com');
  const { protocol, hostname, origin, pathname, search, hash, username } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('wants an https address');
  if (search || hash || username) throw new Error('wants scheme, host, port and path only');
  if (protocol === 'http:' && !insecureAllowed && !isLoopback(hostname)) {
    throw new Error('wants https outside this machine (ALLOW_INSECURE_HTTP=1 to go without)');
  }
  return origin + pathname.replace(/\/+$/, '');
}

/** The same for an address that may have no path. */
export function secureOrigin(address: string, insecureAllowed: boolean): string {
  const secure = secureAddress(address, insecureAllowed);
  if (secure !== new URL(secure).origin) throw new Error('wants scheme, host and port only');
  return secure;
}
