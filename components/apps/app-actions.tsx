'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import type { App } from '@/contract/apps';
import { RemoveApp } from '@/components/apps/remove-app';
import { LinkButton } from '@/components/ui/link-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

export function AppActions({ app }: { app: App }) {
  const t = useTranslations('apps');
  const { team, may } = useSession();
  const [removing, setRemoving] = useState(false);
  return (
    <>
      {may('apps.write') && (
        <LinkButton icon={<Icon name="pencil" />} href={paths.editApp(team.slug, app.id)}>
          {t('view.edit')}
        </LinkButton>
      )}
      {may('apps.remove') && (
        <>
          <Menu variant="secondary" size="icon" label={t('view.more')} trigger={<Icon name="ellipsis" />}>
            <MenuItem danger icon={<Icon name="trash-2" />} onClick={() => setRemoving(true)}>
              {t('remove.menu')}
            </MenuItem>
          </Menu>
          <RemoveApp app={app} open={removing} onClose={() => setRemoving(false)} />
        </>
      )}
    </>
  );
}
