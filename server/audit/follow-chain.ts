import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import type { AuditFault } from '@/contract/audit-words';
import { eventMac, headAfter, startHead, witnessOf } from './chain';
import type { Link } from './read-chain';

/** The first event with which something is wrong, and what. */
export type Fault = { sequence: bigint; reason: AuditFault };

/** How far a chain has been followed. `head` is what the next event must be chained to. */
export type Walk = { sequence: bigint; head: Uint8Array | null; covered: boolean; uncovered: bigint };

type Rules = {
  key: Uint8Array;
  teamId: string;
  /** Events at the beginning may be older than the chain. */
  mayBeOlder: boolean;
  /** By sequence, what was noted of the chain at the time. */
  witnesses?: ReadonlyMap<bigint, string>;
};

/** Takes the next link; undefined where it follows from all that came before. Else the walk stays where it was. */
export function follow(rules: Rules, walk: Walk, { sequence, mac, event }: Link): AuditFault | undefined {
  const { key, teamId, mayBeOlder, witnesses } = rules;
  const isAnother = (at: bigint, head: Uint8Array) => {
    const noted = witnesses?.get(at);
    return noted !== undefined && noted !== witnessOf(key, { teamId, sequence: at }, head);
  };
  if (sequence !== walk.sequence + 1n) return 'missing';
  if (mac === null) {
    if (!mayBeOlder || walk.covered) return 'edited';
    const head = startHead(key, { teamId, sequence });
    if (isAnother(sequence, head)) return 'rewritten';
    return go(walk, { sequence, head, covered: false, uncovered: sequence });
  }
  if (!event || !same(eventMac(key, walk.head, event), mac)) return 'edited';
  // Whoever empties an audit can have it begin anew, but only with what happens next.
  if (sequence === 1n && event.action !== 'team.created') return 'cut';
  const head = headAfter(key, { teamId, sequence }, mac);
  if (isAnother(sequence, head)) return 'rewritten';
  return go(walk, { ...walk, sequence, head, covered: true });
}

function go(walk: Walk, to: Walk): undefined {
  Object.assign(walk, to);
}

/** Whether one of these is the event that belongs next, under another sequence. */
export function standsElsewhere({ key }: Rules, { sequence, head }: Walk, links: Link[]): boolean {
  return links.some(
    ({ event, mac }) => event && mac && same(eventMac(key, head, { ...event, sequence: sequence + 1n }), mac),
  );
}

export const same = (one: Uint8Array, other: Uint8Array) => one.length === other.length && timingSafeEqual(one, other);
