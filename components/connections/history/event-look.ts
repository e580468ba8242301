import type { EventFacts } from '@/components/connections/history/read-event';
import { stateLooks } from '@/components/layout/state-looks';
import type { IconName } from '@/components/ui/icon';
import type { Look } from '@/components/ui/look';

const icons: Record<string, IconName> = {
  authorized: 'plug',
  reauthorized: 'refresh-cw',
  imported: 'file-input',
  checked: 'activity',
  reach_changed: 'git-compare-arrows',
  reported: 'megaphone',
  revealed: 'eye',
  paused: 'circle-pause',
  resumed: 'circle-play',
  revoked: stateLooks.revoked.icon,
  changed: 'pencil',
};

/** Only what changed how it stands has a colour. */
export function eventLook(kind: string, { to }: Pick<EventFacts, 'to'>): Look {
  if (kind === 'state_changed' && to) return stateLooks[to];
  return { icon: icons[kind] ?? 'activity', tone: kind === 'revoked' ? 'broken' : 'neutral' };
}
