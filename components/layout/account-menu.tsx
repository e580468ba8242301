import { useTranslations } from 'next-intl';
import { SignOutItem } from '@/components/layout/sign-out-item';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { MenuHeading, MenuLink, MenuSeparator } from '@/components/ui/menu-item';
import { paths } from '@/lib/paths';

export type Person = { name: string; email: string; role: 'owner' | 'admin' | 'operator' | 'auditor' };

type AccountMenuProps = { person: Person; role: string; team: string };

export function AccountMenu({ person, role, team }: AccountMenuProps) {
  const t = useTranslations('shell');
  const trigger = (
    <>
      <Avatar name={person.name} />
      <span className="min-w-0 flex-1 truncate text-start text-ink">{person.name}</span>
      <span className="text-xs font-normal text-mute">{role}</span>
      <Icon name="chevrons-up-down" className="size-3.5! text-mute" />
    </>
  );
  return (
    <Menu trigger={trigger} align="start" className="w-full gap-2.5 px-2">
      <MenuHeading>{person.email}</MenuHeading>
      <MenuSeparator />
      <MenuLink href={paths.account(team)} icon={<Icon name="user-round" />}>
        {t('account')}
      </MenuLink>
      <SignOutItem />
    </Menu>
  );
}
