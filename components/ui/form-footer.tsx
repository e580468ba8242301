'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

type FormFooterProps = {
  /** The form's id, where the buttons stand outside it. */
  form?: string;
  /** The verb, not "OK". */
  action: ReactNode;
  danger?: boolean;
  pending: boolean;
  disabled?: boolean;
  onCancel: () => void;
};

/** The two ways out of a dialog with a form: leave it, or send it. */
export function FormFooter({ form, action, danger, pending, disabled, onCancel }: FormFooterProps) {
  const t = useTranslations('ui');
  return (
    <>
      <Button onClick={onCancel} disabled={pending}>
        {t('cancel')}
      </Button>
      <Button type="submit" form={form} variant={danger ? 'danger' : 'primary'} pending={pending} disabled={disabled}>
        {action}
      </Button>
    </>
  );
}
