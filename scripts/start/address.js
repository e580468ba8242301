/**
 * Who asks: what the last of `hops` proxies has seen, never what anybody wrote into a header. Each proxy appends the
 * address it was spoken to from, so that only the last `hops` entries are true.
 */
export function addressOf({ headers, socket }, hops) {
  const written = headers['x-forwarded-for'] ?? '';
  const seen = [...written.split(','), socket.remoteAddress ?? ''].map((part) => withoutPort(part.trim()));
  return seen[Math.max(0, seen.length - 1 - hops)] || seen.at(-1);
}

/** Some proxies write the port along: the same network each time all the same. */
const withoutPort = (address) => /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const forwarding = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

/** Asked by a program on this machine, for itself and not for somebody it stands in front of. */
export function isLocal({ headers, socket }) {
  return loopback.test(socket.remoteAddress ?? '') && !forwarding.some((name) => name in headers);
}
