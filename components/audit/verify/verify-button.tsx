'use client';

import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { VerifyDialog } from '@/components/audit/verify/verify-dialog';
import { Button } from '@/components/ui/button';

/** Has every event of the audit compared with what was written. */
export function VerifyButton() {
  const t = useTranslations('audit.verify');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <ShieldCheck aria-hidden />
        {t('action')}
      </Button>
      {open && <VerifyDialog onClose={() => setOpen(false)} />}
    </>
  );
}
