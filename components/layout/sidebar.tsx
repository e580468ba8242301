import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AccountMenu, type Person } from '@/components/layout/account-menu';
import { NavLink } from '@/components/layout/nav-link';
import { navigationId } from '@/components/layout/navigation-id';
import { TeamMenu, type Team } from '@/components/layout/team-menu';
import { Icon } from '@/components/ui/icon';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';

export type SidebarProps = {
  team: Team;
  teams: readonly Team[];
  person: Person;
  /** Beside the places' names. */
  counts?: Partial<Record<string, number>>;
  /** The saved views. */
  views?: ReactNode;
  /** Whether they may read the audit. */
  audits: boolean;
  /** Whether they may read the list of API keys. */
  readsKeys: boolean;
  /** Whether they may create a team. */
  creates: boolean;
};

/** A column where there is room for one; on a narrow screen a drawer, which the browser opens and closes as a popover. */
export function Sidebar({ team, teams, person, counts, views, audits, readsKeys, creates }: SidebarProps) {
  const t = useTranslations('shell');
  const role = useTranslations('common.role');
  const locale = useLocale();
  const places = [
    { name: 'overview', href: paths.team(team.slug), icon: <Icon name="activity" />, exact: true },
    { name: 'connections', href: paths.connections(team.slug), icon: <Icon name="plug" /> },
    { name: 'advertisers', href: paths.advertisers(team.slug), icon: <Icon name="megaphone" /> },
    { name: 'coverage', href: paths.coverage(team.slug), icon: <Icon name="list-checks" /> },
    { name: 'authorizations', href: paths.authorizations(team.slug), icon: <Icon name="key-round" /> },
    { name: 'apps', href: paths.apps(team.slug), icon: <Icon name="box" /> },
    { name: 'members', href: paths.members(team.slug), icon: <Icon name="users" /> },
    ...(readsKeys
      ? [{ name: 'apiKeys' as const, href: paths.apiKeys(team.slug), icon: <Icon name="key-square" /> }]
      : []),
    ...(audits ? [{ name: 'audit' as const, href: paths.audit(team.slug), icon: <Icon name="scroll-text" /> }] : []),
    { name: 'settings', href: paths.settings(team.slug), icon: <Icon name="settings-2" /> },
  ] as const;

  return (
    <div
      id={navigationId}
      popover="auto"
      className="m-0 h-dvh w-64 max-w-[85vw] flex-col gap-3 border-r border-line bg-sunken p-2.5 text-ink backdrop:bg-[rgb(10_11_13/0.45)] max-md:shadow-lift md:sticky md:top-0 md:flex md:w-59 open:flex"
    >
      <TeamMenu team={team} teams={teams} creates={creates} />
      <nav aria-label={t('navigation')} className="grid gap-0.5">
        {places.map(({ name, href, icon, ...rest }) => {
          const count = counts?.[name];
          return (
            <NavLink
              key={name}
              href={href}
              icon={icon}
              {...rest}
              count={count === undefined ? undefined : formatNumber(count, locale)}
            >
              {t(name)}
            </NavLink>
          );
        })}
      </nav>
      {views}
      <div className="mt-auto">
        <AccountMenu team={team.slug} person={person} role={role(person.role)} />
      </div>
    </div>
  );
}
