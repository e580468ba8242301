'use client';

import { useTranslations } from 'next-intl';
import type { ActKind } from '@/components/members/member-act';
import { Icon } from '@/components/ui/icon';
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
    <Menu trigger={<Icon name="ellipsis" />} label={t('label', { name: member.name })} size="icon">
      {manages && (
        <MenuItem icon={<Icon name="user-round-cog" />} onClick={() => onAct('role')}>
          {t('role')}
        </MenuItem>
      )}
      {manages && (
        <MenuItem icon={<Icon name="arrow-right-left" />} onClick={() => onAct('handOver')}>
          {t(self ? 'handOverOwn' : 'handOver')}
        </MenuItem>
      )}
      <MenuItem icon={self ? <Icon name="log-out" /> : <Icon name="user-minus" />} danger onClick={() => onAct('part')}>
        {t(self ? 'leave' : 'remove')}
      </MenuItem>
    </Menu>
  );
}
