'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';

/** Shown this once. It is answered by its button only, so that no key pressed by chance closes it. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTranslations('account.codes');
  const footer = (
    <>
      <CopyButton text={codes.join('\n')}>{t('copy')}</CopyButton>
      <Button variant="primary" onClick={onDone}>
        {t('done')}
      </Button>
    </>
  );
  return (
    <Dialog open alert busy onClose={onDone} title={t('title')} description={t('text')} footer={footer}>
      <ul
        aria-label={t('label')}
        translate="no"
        className="grid gap-y-1.5 rounded-lg border bg-sunken p-3 text-center font-mono text-sm"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Dialog>
  );
}
