'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** The verb, not "OK". */
  action: ReactNode;
  danger?: boolean;
  pending?: boolean;
  disabled?: boolean;
  children?: ReactNode;
};

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ onClose, onConfirm, action, danger, pending, disabled, ...rest }: ConfirmDialogProps) {
  const t = useTranslations('ui');
  const footer = (
    <>
      <Button onClick={onClose} disabled={pending}>
        {t('cancel')}
      </Button>
      <Button variant={danger ? 'danger' : 'primary'} onClick={onConfirm} pending={pending} disabled={disabled}>
        {action}
      </Button>
    </>
  );
  return <Dialog alert busy={pending} onClose={onClose} footer={footer} {...rest} />;
}
