'use client';

import { useTranslations } from 'next-intl';
import { supportReport } from '@/components/connections/view/support-report';
import { CopyButton } from '@/components/ui/copy-button';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, Facts } from '@/components/ui/facts';
import { DateTime } from '@/components/ui/time';
import type { TikTokFailure } from '@/contract/shapes';

type TikTokSaidProps = { failure: TikTokFailure; appId: string | null; at: string };

/** What only some want to know, and TikTok's support always asks for. */
export function TikTokSaid({ failure, appId, at }: TikTokSaidProps) {
  const t = useTranslations('connections.tiktok');
  const { code, message, requestId } = failure;
  return (
    <div className="grid justify-items-start gap-3 rounded-lg bg-sunken p-3">
      <Facts>
        <Fact name={t('code')}>{code ?? t('none')}</Fact>
        <Fact name={t('message')}>
          <span translate="no">{message ?? t('none')}</span>
        </Fact>
        <Fact name="request_id">{requestId ? <CopyableId id={requestId} /> : t('none')}</Fact>
        <Fact name={t('time')}>
          <DateTime at={at} />
        </Fact>
      </Facts>
      <CopyButton size="sm" text={supportReport(failure, { appId, at })}>
        {t('copy')}
      </CopyButton>
    </div>
  );
}
