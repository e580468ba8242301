'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { Tabs } from '@/components/ui/tabs';
import type { Connection } from '@/contract/connections';
import { tikTokCurl } from '@/contract/tiktok-curl';
import type { TikTokEndpoint } from '@/contract/tiktok-endpoints';
import { useApi } from '@/lib/api';
import { someAdvertisersOf } from '@/lib/connection-queries';

const endpoints = [
  'user',
  'advertisers',
  'advertiserInfo',
  'exchange',
  'revoke',
] as const satisfies readonly TikTokEndpoint[];

/** Every call that Grantboard makes for this connection, for a terminal. */
export function CurlDialog({ connection, apiUrl }: { connection: Connection; apiUrl: string }) {
  const t = useTranslations('connections.curl');
  const [open, setOpen] = useState(false);
  const [endpoint, setEndpoint] = useState<(typeof endpoints)[number]>('user');
  const some = useQuery({ ...someAdvertisersOf(useApi(), connection.id), enabled: open });
  const appId = connection.app.appId ?? '<APP_ID>';
  const advertiserIds = some.data?.rows.slice(0, 3).map(({ advertiserId }) => advertiserId);
  const tab = (name: (typeof endpoints)[number]) => ({
    value: name,
    label: t(`${name}.name`),
    panel: (
      <div className="grid gap-3">
        <p className="text-mute">{t(`${name}.text`)}</p>
        <CodeBlock text={tikTokCurl(name, { apiUrl, appId, advertiserIds })} label={t('label')} />
      </div>
    ),
  });
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        className="-me-2.5"
        icon={<Icon name="terminal" />}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')} description={t('text')} size="lg">
        <Tabs label={t('calls')} tabs={endpoints.map(tab)} value={endpoint} onChange={setEndpoint} />
      </Dialog>
    </>
  );
}
