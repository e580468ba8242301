'use client';

import { useLocale, useTranslations } from 'next-intl';
import { AdvertisersPanel } from '@/components/connections/advertisers/advertisers-panel';
import { PermissionsPanel } from '@/components/connections/permissions/permissions-panel';
import { Overview } from '@/components/connections/view/overview';
import { later } from '@/components/ui/later';
import { Tabs } from '@/components/ui/tabs';
import type { Connection } from '@/contract/connections';
import { connectionTab } from '@/lib/connection-tab';
import { formatNumber } from '@/lib/format';
import { grantSearch } from '@/lib/grant-search';
import type { TableLook } from '@/lib/table-look';
import { useAddress } from '@/lib/use-address';

const History = later(async () => (await import('@/components/connections/history/history')).History);

const asked = { ...connectionTab, newToTeam: grantSearch.newToTeam };

type ConnectionTabsProps = { connection: Connection; apiUrl: string; look: TableLook };

export function ConnectionTabs({ connection, apiUrl, look }: ConnectionTabsProps) {
  const t = useTranslations('connections.tab');
  const locale = useLocale();
  const [{ tab }, say] = useAddress(asked);
  const { advertiserCount, scopes } = connection;
  return (
    <Tabs
      label={t('label')}
      value={tab}
      onChange={(next) => say({ tab: next })}
      tabs={[
        {
          value: 'overview',
          label: t('overview'),
          panel: (
            <Overview connection={connection} apiUrl={apiUrl} onTab={(tab, newToTeam) => say({ tab, newToTeam })} />
          ),
        },
        {
          value: 'advertisers',
          label: t('advertisers'),
          count: formatNumber(advertiserCount, locale),
          panel: <AdvertisersPanel connection={connection} look={look} />,
        },
        {
          value: 'permissions',
          label: t('permissions'),
          count: scopes.length,
          panel: <PermissionsPanel connection={connection} />,
        },
        { value: 'history', label: t('history'), panel: <History id={connection.id} /> },
      ]}
    />
  );
}
