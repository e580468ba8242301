'use client';

import { AdvertiserPreview } from '@/components/connections/advertisers/advertiser-preview';
import { PurposeBadge } from '@/components/connections/permissions/purpose-badge';
import { ScopeTree } from '@/components/connections/permissions/scope-tree';
import { TokenPanel } from '@/components/connections/token/token-panel';
import { ConnectionFacts } from '@/components/connections/view/connection-facts';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Connection } from '@/contract/connections';
import type { ConnectionTab } from '@/lib/connection-tab';
import { useTranslations } from 'next-intl';

type OverviewProps = {
  connection: Connection;
  apiUrl: string;
  onTab: (tab: ConnectionTab, newToTeam?: boolean) => void;
};

export function Overview({ connection, apiUrl, onTab }: OverviewProps) {
  const t = useTranslations('connections.permissions');
  const { scopes } = connection;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="grid min-w-0 gap-4">
        <AdvertiserPreview
          connection={connection}
          onMore={() => onTab('advertisers')}
          onNew={() => onTab('advertisers', true)}
        />
        <TokenPanel connection={connection} apiUrl={apiUrl} />
        <ConnectionFacts connection={connection} />
      </div>
      <Panel title={t('title')} count={scopes.length} actions={<PurposeBadge scopes={scopes} />}>
        <ScopeTree scopes={scopes} />
        <Button variant="ghost" size="sm" className="mt-2 -ms-2.5" onClick={() => onTab('permissions')}>
          {t('showAll')}
        </Button>
      </Panel>
    </div>
  );
}
