'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PlainPage } from '@/components/layout/plain-page';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('errors.failed');
  return (
    <PlainPage>
      <Notice
        tone="broken"
        icon={<TriangleAlert />}
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
        <Button variant="primary" onClick={reset}>
          {t('action')}
        </Button>
      </Notice>
    </PlainPage>
  );
}
