import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { MenuHeading, MenuLink, MenuSeparator } from '@/components/ui/menu-item';
import { paths } from '@/lib/paths';

export type Team = { name: string; slug: string };

type TeamMenuProps = { team: Team; teams: readonly Team[]; creates: boolean };

/** The team's name; a menu once there is another to go to, or to create. */
export function TeamMenu({ team, teams, creates }: TeamMenuProps) {
  const t = useTranslations('shell');
  const sign = (
    <>
      <Avatar name={team.name} size="md" square />
      <span className="min-w-0 flex-1 truncate text-start font-semibold text-ink">{team.name}</span>
    </>
  );
  if (teams.length < 2 && !creates) return <div className="flex h-10 items-center gap-2.5 px-2">{sign}</div>;

  const trigger = (
    <>
      {sign}
      <Icon name="chevrons-up-down" className="size-3.5!" />
    </>
  );
  return (
    <Menu trigger={trigger} align="start" className="h-10 w-full gap-2.5 px-2">
      <MenuHeading>{t('switchTeam')}</MenuHeading>
      {teams.map(({ name, slug }) => (
        <MenuLink key={slug} href={paths.connections(slug)} icon={<Avatar name={name} square />}>
          <span className="flex-1 truncate">{name}</span>
          {slug === team.slug && <Icon name="check" />}
        </MenuLink>
      ))}
      {creates && (
        <>
          <MenuSeparator />
          <MenuLink href={paths.newTeam(team.slug)} icon={<Icon name="plus" />}>
            {t('newTeam')}
          </MenuLink>
        </>
      )}
    </Menu>
  );
}
