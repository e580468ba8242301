import {
  Bookmark,
  Box,
  Eye,
  FileDown,
  KeyRound,
  KeySquare,
  ListChecks,
  type LucideIcon,
  MailPlus,
  Megaphone,
  Plug,
  ScrollText,
  Tag,
  UserLock,
  UserRound,
  UserRoundCog,
  UsersRound,
  Vault,
} from 'lucide-react';
import type { AuditObjectKind } from '@/contract/audit-words';

const byKind: Record<AuditObjectKind, LucideIcon> = {
  account: UserLock,
  advertiser: Megaphone,
  app: Box,
  audit: ScrollText,
  authorization: KeyRound,
  connection: Plug,
  coverage: ListChecks,
  invitation: MailPlus,
  member: UserRoundCog,
  key: KeySquare,
  session: UserRound,
  tag: Tag,
  team: UsersRound,
  vault: Vault,
  view: Bookmark,
};

/** What it was done to, in a picture; what takes secrets or data out has one of its own. */
export function ActionIcon({ action, kind }: { action: string; kind: string }) {
  const own = action.endsWith('.revealed') ? Eye : action.endsWith('.exported') ? FileDown : undefined;
  const Icon = own ?? byKind[kind as AuditObjectKind] ?? ScrollText;
  return <Icon aria-hidden className="size-4 shrink-0 text-mute" />;
}
