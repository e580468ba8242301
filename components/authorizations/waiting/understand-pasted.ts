import { type Pasted, readPasted } from '@/contract/pasted';

type Code = Extract<Pasted, { kind: 'code' }>;

export type Understanding =
  | { verdict: 'empty' }
  /** `unchecked`: there is a state, and nothing to compare it with. */
  | { verdict: 'ours' | 'foreign' | 'stateless' | 'unchecked'; read: Code }
  | { verdict: 'cancelled' | 'authorized_url' }
  | { verdict: 'unreadable'; reason: Extract<Pasted, { kind: 'unreadable' }>['reason'] };

/** What pasted text holds, seen from the authorization whose state is `ownState`. */
export function understandPasted(text: string, ownState: string | null): Understanding {
  if (!text.trim()) return { verdict: 'empty' };
  const read = readPasted(text);
  if (read.kind === 'unreadable') return { verdict: 'unreadable', reason: read.reason };
  if (read.kind !== 'code') return { verdict: read.kind };
  if (read.state === null) return { verdict: 'stateless', read };
  if (ownState === null) return { verdict: 'unchecked', read };
  return { verdict: read.state === ownState ? 'ours' : 'foreign', read };
}
