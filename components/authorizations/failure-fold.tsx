'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, Facts } from '@/components/ui/facts';
import { Icon } from '@/components/ui/icon';
import { DateTime } from '@/components/ui/time';
import type { TikTokFailure } from '@/contract/shapes';

/** What only some want to know, and what TikTok's support asks for: code, message, request_id, time. */
export function FailureFold({ failure, at }: { failure: TikTokFailure; at: string | null }) {
  const t = useTranslations('authorizations.failure');
  const { code, message, requestId } = failure;
  if (code === null && !message && !requestId) return null;
  const report = [`code: ${code ?? ''}`, `message: ${message ?? ''}`, `request_id: ${requestId ?? ''}`];
  return (
    <details className="group mt-2">
      <summary className="inline-flex list-none items-center gap-1 rounded text-xs font-medium text-mute hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-down" className="size-3.5 -rotate-90 transition-transform group-open:rotate-0" />
        {t('tiktok')}
        {code !== null && ` · ${code}`}
      </summary>
      <div className="mt-2 grid gap-3 rounded-lg bg-sunken p-3">
        <Facts>
          <Fact name={t('code')}>{code ?? t('none')}</Fact>
          <Fact name={t('message')}>
            <span translate="no">{message ?? t('none')}</span>
          </Fact>
          <Fact name={t('requestId')}>{requestId ? <CopyableId id={requestId} /> : t('none')}</Fact>
          {at && (
            <Fact name={t('time')}>
              <DateTime at={at} />
            </Fact>
          )}
        </Facts>
        <div>
          <CopyButton size="sm" text={[...report, ...(at ? [`time: ${at}`] : [])].join('\n')}>
            {t('copy')}
          </CopyButton>
        </div>
      </div>
    </details>
  );
}
