import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { Countdown } from '@/components/ui/countdown';
import type { Authorization } from '@/contract/authorizations';

/** The Authorized URL of somebody else's errand, whole, with what happens to the code it brings. */
export function UrlToSend({ url, authorization }: { url: string; authorization: Authorization }) {
  const t = useTranslations('authorizations.waiting');
  return (
    <div className="grid gap-3">
      <p
        tabIndex={0}
        role="textbox"
        aria-readonly
        aria-label={t('url')}
        translate="no"
        className="rounded-lg border bg-sunken p-3 font-mono text-xs break-all select-all"
      >
        {url}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <CopyButton text={url} variant="primary">
          {t('copyUrl')}
        </CopyButton>
        <Countdown until={authorization.expiresAt} suffix={t('accepted')} />
      </div>
      <p className="text-mute">{t('kept')}</p>
      {authorization.arrival === 'paste' && <p className="text-mute">{t('keptPaste')}</p>}
    </div>
  );
}
