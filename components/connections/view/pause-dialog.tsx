'use client';

import { useTranslations } from 'next-intl';
import type { ActDialogProps } from '@/components/connections/act-dialog';
import { FailureCallout } from '@/components/connections/failure';
import { usePause } from '@/components/connections/view/use-change';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

export function PauseDialog({ connection, onClose }: ActDialogProps) {
  const t = useTranslations('connections.pause');
  const { mutate, isPending, error } = usePause({ said: t('done'), onClose });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => mutate({ id: connection.id })}
      title={t('title', { name: connection.name })}
      description={t('text')}
      action={t('action')}
      pending={isPending}
    >
      <FailureCallout error={error} />
    </ConfirmDialog>
  );
}
