'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { FailureCallout } from '@/components/audit/list/failure';
import { VerifyOutcome } from '@/components/audit/verify/verify-outcome';
import { useVerification } from '@/components/audit/verify/use-verification';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Progress } from '@/components/ui/progress';
import { formatNumber } from '@/lib/format';

/** Begins at once, shows how far it is, then what was found. Closing it ends it. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('audit.verify');
  const locale = useLocale();
  const { verify, sofar, verified, error } = useVerification();
  useEffect(() => {
    const closing = new AbortController();
    verify(closing.signal);
    return () => closing.abort();
  }, [verify]);
  const [upTo, end] = [Number(sofar?.upTo ?? 0), Number(sofar?.end ?? 0)];
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title')}
      description={t('text')}
      size="md"
      footer={<Button onClick={onClose}>{verified || error ? t('close') : t('stop')}</Button>}
    >
      {error ? (
        <FailureCallout error={error} onRetry={() => verify(new AbortController().signal)} />
      ) : verified ? (
        <VerifyOutcome verified={verified} />
      ) : (
        <div className="grid gap-2">
          <p role="status" className="text-mute tabular-nums">
            {sofar
              ? t('progress', { upTo: formatNumber(upTo, locale), end: formatNumber(end, locale) })
              : t('beginning')}
          </p>
          <Progress label={t('title')} value={sofar ? upTo : undefined} max={Math.max(1, end)} />
        </div>
      )}
    </Dialog>
  );
}
