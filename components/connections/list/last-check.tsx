import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/time';
import type { Connection } from '@/contract/connections';

/** When it was last verified; marked where TikTok could not tell. */
export function LastCheck({ connection: { lastCheckedAt, lastCheckError } }: { connection: Connection }) {
  const t = useTranslations('connections');
  if (!lastCheckedAt) return t('neverChecked');
  return (
    <span className="flex items-center justify-end gap-1 whitespace-nowrap">
      <RelativeTime at={lastCheckedAt} />
      {lastCheckError && (
        <span title={t('checkUnsettled')}>
          <Icon name="cloud-alert" className="size-3.5" />
          <span className="sr-only">{t('checkUnsettled')}</span>
        </span>
      )}
    </span>
  );
}
