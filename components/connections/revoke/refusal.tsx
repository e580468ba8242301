'use client';

import { useTranslations } from 'next-intl';
import { FailureCallout } from '@/components/connections/failure';
import { refusalOf } from '@/components/connections/revoke/refusal-of';
import { TikTokSaid } from '@/components/connections/view/tiktok-said';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { useTikTokWording } from '@/lib/use-tiktok-wording';

type RefusalProps = { error: Error | null; at: string; appId: string | null };

/** What TikTok refused, with its own words; else what our API did. Nothing was changed either way. */
export function Refusal({ error, at, appId }: RefusalProps) {
  const t = useTranslations('connections');
  const wording = useTikTokWording();
  const failure = error && refusalOf(error);
  if (!failure) return <FailureCallout error={error} title={t('revoke.failed')} />;
  const { headline, cause, action } = wording(failure);
  return (
    <Callout
      announce
      tone="broken"
      icon={<Icon name="circle-alert" />}
      title={t('revoke.refused', { headline })}
      fold={{
        label: failure.code === null ? t('view.details') : t('view.tiktokCode', { code: String(failure.code) }),
        content: <TikTokSaid failure={failure} appId={appId} at={at} />,
      }}
    >
      {t('revoke.unchanged', { cause, action })}
    </Callout>
  );
}
