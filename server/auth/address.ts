import 'server-only';
import ipaddr from 'ipaddr.js';

/** Where a request comes from. `scripts/start.js` has made `x-forwarded-for` the one address that can be believed. */
export function addressOf(headers: Headers): { ip: string | null; userAgent: string | null } {
  return {
    ip: headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null,
    userAgent: headers.get('user-agent')?.slice(0, 300) ?? null,
  };
}

/** The same address, however it is written: an IPv4 one is told as such. */
export const plainAddress = (ip: string): string => (ipaddr.isValid(ip) ? ipaddr.process(ip).toString() : ip);

/** Who counts as one when guesses are counted: an IPv4 address, or the /64 that one customer has of IPv6. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address.kind() === 'ipv4' ? address.toString() : address.toNormalizedString().split(':', 4).join(':');
}
