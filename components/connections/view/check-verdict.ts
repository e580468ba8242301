import type { Connection } from '@/contract/connections';

export type Verdict = 'unsettled' | 'recovered' | 'works' | 'changed' | 'unchanged';

type Checked = Pick<Connection, 'state' | 'lastCheckError'>;

/** What a check came to, for whoever pressed the button. */
export function checkVerdict(before: Pick<Connection, 'state'>, after: Checked): Verdict {
  if (after.lastCheckError) return 'unsettled';
  if (before.state === after.state) return after.state === 'healthy' ? 'works' : 'unchanged';
  return after.state === 'healthy' ? 'recovered' : 'changed';
}
