import 'server-only';
import { createHmac } from 'node:crypto';
import { canonicalEvent, type ChainedEvent } from './canonical-event';

/**
 * The chain of one team. An event's MAC covers the event and the head before it; the head is a MAC over that MAC and
 * stands with the team alone, so that whoever can write to the database, without the key, can neither make an event nor
 * give back the head of an earlier moment: the end cannot be cut off. docs/decisions/0008-audit-chain.md
 */
export type Place = { teamId: string; sequence: bigint };

/** `head`: what the team remembers of everything before; null before its first event. */
export function eventMac(key: Uint8Array, head: Uint8Array | null, event: ChainedEvent): Buffer {
  const bytes = canonicalEvent(event);
  return createHmac('sha256', key)
    .update(head ? `event after ${Buffer.from(head).toString('hex')} ` : 'first event ')
    .update(bytes)
    .digest();
}

export function headAfter(key: Uint8Array, { teamId, sequence }: Place, mac: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`head ${teamId} ${sequence} `).update(mac).digest();
}

/** The head of a team whose events up to `sequence` were written before there was a chain, and are not covered by it. */
export function startHead(key: Uint8Array, { teamId, sequence }: Place): Buffer {
  return createHmac('sha256', key).update(`start ${teamId} ${sequence}`).digest();
}

/** What may be shown of a head, to be kept elsewhere: says which end it was, and does not help to bring it back. */
export function witnessOf(key: Uint8Array, { teamId, sequence }: Place, head: Uint8Array): string {
  return createHmac('sha256', key).update(`witness ${teamId} ${sequence} `).update(head).digest('hex').slice(0, 32);
}
