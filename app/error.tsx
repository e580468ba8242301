'use client';

import { useTranslations } from 'next-intl';
import { PlainPage } from '@/components/layout/plain-page';
import { buttonStyle } from '@/components/ui/button-style';
import { Notice } from '@/components/ui/notice';
import { PlainIcon } from '@/components/ui/plain-icon';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('errors.failed');
  return (
    <PlainPage>
      <Notice
        tone="broken"
        icon={<PlainIcon name="warning" />}
        title={t('title')}
        text={
          <>
            {t('text')}
            {error.digest && (
              <span className="mt-2 block">
                {t('reference')} <code className="font-mono text-xs">{error.digest}</code>
              </span>
            )}
          </>
        }
      >
        <button type="button" onClick={reset} className={buttonStyle({ variant: 'primary' })}>
          {t('action')}
        </button>
      </Notice>
    </PlainPage>
  );
}
