'use client';

import { ArrowRightLeft, Ellipsis, LogOut, UserMinus, UserRoundCog } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ActKind } from '@/components/members/member-act';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import type { Member } from '@/contract/members';
import { mayManage } from '@/contract/role-heights';
import { useSession } from '@/lib/session';

/** What the reader may do with a member; with themself, leaving at least. */
export function MemberMenu({ member, onAct }: { member: Member; onAct: (kind: ActKind) => void }) {
  const t = useTranslations('members.menu');
  const { person, role, may } = useSession();
  const self = member.id === person.id;
  const manages = may('members.manage') && (self || mayManage(role, member.role));
  if (!self && !manages) return null;
  return (
    <Menu trigger={<Ellipsis aria-hidden />} label={t('label', { name: member.name })} size="icon">
      {manages && (
        <MenuItem icon={<UserRoundCog aria-hidden />} onClick={() => onAct('role')}>
          {t('role')}
        </MenuItem>
      )}
      {manages && (
        <MenuItem icon={<ArrowRightLeft aria-hidden />} onClick={() => onAct('handOver')}>
          {t(self ? 'handOverOwn' : 'handOver')}
        </MenuItem>
      )}
      <MenuItem icon={self ? <LogOut aria-hidden /> : <UserMinus aria-hidden />} danger onClick={() => onAct('part')}>
        {t(self ? 'leave' : 'remove')}
      </MenuItem>
    </Menu>
  );
}
