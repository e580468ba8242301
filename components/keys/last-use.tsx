'use client';

import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/time';
import type { ApiKey } from '@/contract/api-keys';

type LastUseProps = { apiKey: Pick<ApiKey, 'lastUsedAt' | 'lastUsedIp' | 'lastUserAgent'> };

/** When, from where and by what a key was last used. */
export function LastUse({ apiKey: { lastUsedAt, lastUsedIp, lastUserAgent } }: LastUseProps) {
  const t = useTranslations('keys');
  if (!lastUsedAt) return <span className="text-mute">{t('neverUsed')}</span>;
  return (
    <span className="inline-grid max-w-48 min-w-0 gap-0.5">
      <RelativeTime at={lastUsedAt} />
      {lastUsedIp && <code className="font-mono text-xs break-all text-mute">{lastUsedIp}</code>}
      {lastUserAgent && <span className="truncate text-xs text-mute">{lastUserAgent}</span>}
    </span>
  );
}
