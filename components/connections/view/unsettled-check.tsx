'use client';

import { useTranslations } from 'next-intl';
import { TikTokSaid } from '@/components/connections/view/tiktok-said';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/time';
import type { Connection } from '@/contract/connections';
import { tikTokKeys, tikTokMeaning } from '@/contract/tiktok-codes';
import type { TikTokFailure } from '@/contract/shapes';
import { useTikTokWording } from '@/lib/use-tiktok-wording';

/** The last check settled nothing: that is no change of state, and it is said so. */
export function UnsettledCheck({ connection: { lastCheckError, app } }: { connection: Connection }) {
  const t = useTranslations('connections.view');
  const wording = useTikTokWording();
  if (!lastCheckError) return null;
  const { headline, cause, action } = wording(lastCheckError);
  const { code, at } = lastCheckError;
  const time = () => <RelativeTime at={at} />;
  const doubted = doubtsToken(lastCheckError);
  return (
    <Callout
      icon={<Icon name="cloud-alert" />}
      title={doubted ? t.rich('doubted', { time }) : t.rich('unsettled', { headline, time })}
      fold={{
        label: code === null ? t('details') : t('tiktokCode', { code: String(code) }),
        content: <TikTokSaid failure={lastCheckError} appId={app.appId} at={at} />,
      }}
    >
      {doubted ? t('doubtedText') : t('unsettledText', { cause, action })}
    </Callout>
  );
}

/** TikTok called the token dead, once: that settles nothing yet, and nobody need act on it. */
function doubtsToken({ key }: Pick<TikTokFailure, 'key'>): boolean {
  const known = tikTokKeys.find((each) => each === key);
  return known !== undefined && tikTokMeaning(known).state === 'auth_broken';
}
