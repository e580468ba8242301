import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import type { Authorization } from '@/contract/authorizations';
import { DiscardButton } from '../discard-button';
import { CurlButton } from './curl-button';

type WaitingActionsProps = { authorization: Authorization; url: string | null; apiUrl: string };

export function WaitingActions({ authorization: { id, app, bound }, url, apiUrl }: WaitingActionsProps) {
  const t = useTranslations('authorizations.waiting');
  return (
    <div className="-mx-3 flex flex-wrap items-center gap-x-2 gap-y-1">
      {url && bound && (
        <CopyButton text={url} variant="ghost">
          {t('copyUrl')}
        </CopyButton>
      )}
      {app.appId && <CurlButton appId={app.appId} apiUrl={apiUrl} />}
      <span className="ms-auto">
        <DiscardButton id={id} title={t('cancelTitle')} text={t('cancelText')} action={t('cancelAction')}>
          {t('cancel')}
        </DiscardButton>
      </span>
    </div>
  );
}
