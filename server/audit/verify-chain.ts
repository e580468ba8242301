import 'server-only';
import { keyring } from '@/server/vault/keyring';
import { follow, same, standsElsewhere, type Fault, type Walk } from './follow-chain';
import { headAfter, startHead } from './chain';
import { readEnd, readLinks, type End } from './read-chain';

/** Read at a time: what is held of an audit, however long it is. */
const atOnce = 2_000;

export type Verified = {
  /** Everything up to here is as it was written. */
  upTo: bigint;
  /** What the team remembers as its last event. */
  end: bigint;
  /** So many at the beginning are older than the chain, which tells nothing of them. */
  uncovered: bigint;
  done: boolean;
  fault: Fault | null;
};

type Asked = {
  /** Go on after this one, which was verified before. */
  after?: bigint;
  /** Stop after so many events. */
  most?: number;
  /** By sequence, what was noted of the chain at the time. */
  witnesses?: ReadonlyMap<bigint, string>;
  onProgress?: (walk: Readonly<Walk>) => void;
};

/** Follows the audit of a team from event to event, to the end or to the first that is not as it was written. */
export async function verifyChain(
  teamId: string,
  { after = 0n, most = Infinity, witnesses, onProgress }: Asked = {},
): Promise<Verified> {
  const end = await readEnd(teamId);
  if (!end) throw new Error('There is no such team.');
  const rules = { key: keyring().audit, teamId, mayBeOlder: end.mayBeOlder, witnesses };
  const walk = await walkFrom(rules, after);
  const told = (fault: Fault | null, done = true): Verified => ({
    ...{ upTo: walk.sequence, end: end.sequence, uncovered: walk.uncovered, done, fault },
  });
  if (walk.sequence !== after) return told({ sequence: after, reason: 'missing' });
  if (end.first !== null && end.first < 1n) return told({ sequence: end.first, reason: 'added' });
  while (walk.sequence < end.sequence) {
    const limit = Math.min(atOnce, most - Number(walk.sequence - after));
    if (limit <= 0) return told(null, false);
    const links = await readLinks(teamId, { after: walk.sequence, upTo: end.sequence, limit });
    for (const [n, link] of links.entries()) {
      const reason = follow(rules, walk, link);
      if (!reason) continue;
      const moved = (reason === 'edited' || reason === 'missing') && standsElsewhere(rules, walk, links.slice(n));
      return told({ sequence: walk.sequence + 1n, reason: moved ? 'moved' : reason });
    }
    if (links.length === 0) break;
    onProgress?.(walk);
  }
  return told(faultAtEnd(walk, end, witnesses));
}

type Rules = Parameters<typeof follow>[0];

/** Where an earlier verification stopped: the MAC that stands there was found to be right. */
async function walkFrom({ key, teamId }: Rules, after: bigint): Promise<Walk> {
  const begin = { sequence: 0n, head: null, covered: false, uncovered: 0n };
  if (after === 0n) return begin;
  const [link] = await readLinks(teamId, { after: after - 1n, upTo: after, limit: 1 });
  if (!link) return begin;
  const place = { teamId, sequence: after };
  return link.mac
    ? { ...begin, sequence: after, head: headAfter(key, place, link.mac), covered: true }
    : { sequence: after, head: startHead(key, place), covered: false, uncovered: after };
}

function faultAtEnd({ sequence, head }: Walk, end: End, witnesses?: ReadonlyMap<bigint, string>): Fault | null {
  const next = sequence + 1n;
  if (sequence < end.sequence) return { sequence: next, reason: 'cut' };
  if (end.last !== null && end.last > end.sequence) return { sequence: next, reason: 'added' };
  if (!head || !end.head || !same(head, end.head)) return { sequence: next, reason: 'cut' };
  const beyond = [...(witnesses?.keys() ?? [])].some((noted) => noted > sequence);
  return beyond ? { sequence: next, reason: 'cut' } : null;
}
