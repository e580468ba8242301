import {
  Activity,
  CirclePause,
  CirclePlay,
  Eye,
  FileInput,
  GitCompareArrows,
  Megaphone,
  type LucideIcon,
  Pencil,
  Plug,
  RefreshCw,
} from 'lucide-react';
import type { EventFacts } from '@/components/connections/history/read-event';
import { stateLooks } from '@/components/connections/state-looks';
import type { Tone } from '@/components/ui/tone';

const icons: Record<string, LucideIcon> = {
  authorized: Plug,
  reauthorized: RefreshCw,
  imported: FileInput,
  checked: Activity,
  reach_changed: GitCompareArrows,
  reported: Megaphone,
  revealed: Eye,
  paused: CirclePause,
  resumed: CirclePlay,
  revoked: stateLooks.revoked.Icon,
  changed: Pencil,
};

/** Only what changed how it stands has a colour. */
export function eventLook(kind: string, { to }: Pick<EventFacts, 'to'>): { Icon: LucideIcon; tone: Tone } {
  if (kind === 'state_changed' && to) return stateLooks[to];
  return { Icon: icons[kind] ?? Activity, tone: kind === 'revoked' ? 'broken' : 'neutral' };
}
