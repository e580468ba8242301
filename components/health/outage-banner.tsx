'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/time';
import { useApi } from '@/lib/api';
import { currentOutages } from '@/lib/health-queries';

/** TikTok answers nobody: said once, above every page, for as long as it lasts. */
export function OutageBanner() {
  const t = useTranslations('shell.outage');
  const { data } = useQuery(currentOutages(useApi()));
  return (
    <div role="status">
      {data?.map(({ host, since, code }) => (
        <p key={host} className="flex gap-2.5 border-b bg-degraded-ground px-3 py-2 md:px-5">
          <Icon name="cloud-off" className="mt-0.5 size-4 shrink-0 text-degraded" />
          <span className="min-w-0">
            <b className="font-semibold">{t(host)}</b> {t.rich('since', { time: () => <RelativeTime at={since} /> })}{' '}
            {t('effect')}
            {code !== null && <span className="text-mute"> {t('code', { code: String(code) })}</span>}
          </span>
        </p>
      ))}
    </div>
  );
}
