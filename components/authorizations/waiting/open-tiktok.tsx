import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button-style';
import { Countdown } from '@/components/ui/countdown';
import { Icon } from '@/components/ui/icon';
import type { Authorization } from '@/contract/authorizations';

type OpenTikTokProps = { url: string; authorization: Authorization };

/** Here, where TikTok sends the browser back; in another tab, where the paste box has to stay open. */
export function OpenTikTok({ url, authorization: { arrival, expiresAt } }: OpenTikTokProps) {
  const t = useTranslations('authorizations.waiting');
  const here = arrival === 'reachable';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <a
        href={url}
        className={buttonStyle({ variant: here ? 'primary' : 'secondary' })}
        referrerPolicy="no-referrer"
        {...(!here && { target: '_blank', rel: 'noopener noreferrer' })}
      >
        {t(here ? 'open' : 'openAgain')}
        {here ? <Icon name="arrow-right" /> : <Icon name="external-link" />}
      </a>
      <Countdown until={expiresAt} suffix={t('left')} />
    </div>
  );
}
