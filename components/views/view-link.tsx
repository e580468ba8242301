'use client';

import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import type { View } from '@/contract/views';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { sameQuery } from '@/lib/view-query';

export function ViewLink({ view, onAct }: { view: View; onAct: (kind: 'rename' | 'remove') => void }) {
  const t = useTranslations('shell.views');
  const locale = useLocale();
  const { team, may } = useSession();
  const { name, query, count, shared, mine, noun, owner } = view;
  // A list's page is called like its noun.
  const path = `${paths.team(team.slug)}/${noun}`;
  const [pathname, search] = [usePathname(), useSearchParams()];
  const here = pathname === path && sameQuery(noun, search.toString(), query);
  const mayRemove = mine || (shared && may('views.override'));
  return (
    <li className="group/view flex min-w-0 items-center">
      <Link
        href={`${path}?${query}`}
        prefetch={false}
        aria-current={here ? 'page' : undefined}
        title={mine ? name : t('sharedBy', { name, owner: owner.name })}
        className={`flex h-8 min-w-0 flex-1 items-center gap-2.5 rounded-lg border px-2 hover:text-ink [&_svg]:size-4 ${here ? 'border-line bg-panel font-semibold text-ink' : 'border-transparent text-mute'}`}
      >
        {shared ? <Icon name="users" /> : <Icon name="bookmark" />}
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <span className="font-normal text-mute tabular-nums">
          {count === null ? t('unreadable') : formatNumber(count, locale)}
        </span>
      </Link>
      {mayRemove && (
        <Menu trigger={<Icon name="ellipsis" />} label={t('more', { name })} size="icon-sm">
          {mine && (
            <MenuItem icon={<Icon name="pencil" />} onClick={() => onAct('rename')}>
              {t('rename')}
            </MenuItem>
          )}
          <MenuItem icon={<Icon name="trash-2" />} danger onClick={() => onAct('remove')}>
            {t('remove')}
          </MenuItem>
        </Menu>
      )}
    </li>
  );
}
