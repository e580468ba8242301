import { Icon, type IconName } from '@/components/ui/icon';
import type { AuditObjectKind } from '@/contract/audit-words';

const byKind: Record<AuditObjectKind, IconName> = {
  account: 'user-lock',
  advertiser: 'megaphone',
  app: 'box',
  audit: 'scroll-text',
  authorization: 'key-round',
  connection: 'plug',
  coverage: 'list-checks',
  invitation: 'mail-plus',
  member: 'user-round-cog',
  key: 'key-square',
  session: 'user-round',
  tag: 'tag',
  team: 'users-round',
  vault: 'vault',
  view: 'bookmark',
};

/** What it was done to, in a picture; what takes secrets or data out has one of its own. */
export function ActionIcon({ action, kind }: { action: string; kind: string }) {
  const own = action.endsWith('.revealed') ? 'eye' : action.endsWith('.exported') ? 'file-down' : undefined;
  const icon = own ?? byKind[kind as AuditObjectKind] ?? 'scroll-text';
  return <Icon name={icon} className="size-4 shrink-0 text-mute" />;
}
