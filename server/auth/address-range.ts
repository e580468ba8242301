import 'server-only';
import ipaddr from 'ipaddr.js';

type Range = ReturnType<typeof ipaddr.parseCIDR>;

/** A range or a single address, written in the one way it is kept; null for what is neither. */
export function toAddressRange(text: string): string | null {
  try {
    const [address, bits] = parse(text);
    const network =
      address.kind() === 'ipv4'
        ? ipaddr.IPv4.networkAddressFromCIDR(`${address.toString()}/${bits}`)
        : ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${bits}`);
    return `${network.toString()}/${bits}`;
  } catch {
    return null;
  }
}

/** Whether an address is in one of the ranges. One that is not known is in none. */
export function isInRanges(ip: string | null, ranges: readonly string[]): boolean {
  if (ip === null || !ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  return ranges.some((range) => {
    const [network, bits] = parse(range);
    return network.kind() === address.kind() && address.match(network, bits);
  });
}

function parse(text: string): Range {
  // `192.0.2` is an address to some, and means another one than it says.
  if (!text.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(text.split('/')[0]!)) throw new Error('No address');
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
