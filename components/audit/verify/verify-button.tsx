'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { VerifyDialog } from '@/components/audit/verify/verify-dialog';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** Has every event of the audit compared with what was written. */
export function VerifyButton() {
  const t = useTranslations('audit.verify');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Icon name="shield-check" />
        {t('action')}
      </Button>
      {open && <VerifyDialog onClose={() => setOpen(false)} />}
    </>
  );
}
