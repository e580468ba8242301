'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

/** The buttons of a dialog around a form. `form`: its id. `action`: the verb, not "OK". */
type FormFooterProps = { form: string; action: ReactNode; pending: boolean; onCancel: () => void };

/** The two ways out of a dialog with a form: leave it, or send it. */
export function FormFooter({ form, action, pending, onCancel }: FormFooterProps) {
  const t = useTranslations('ui');
  return (
    <>
      <Button onClick={onCancel} disabled={pending}>
        {t('cancel')}
      </Button>
      <Button type="submit" form={form} variant="primary" pending={pending}>
        {action}
      </Button>
    </>
  );
}
