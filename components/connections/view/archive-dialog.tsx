'use client';

import { useTranslations } from 'next-intl';
import type { ActDialogProps } from '@/components/connections/act-dialog';
import { FailureCallout } from '@/components/connections/failure';
import { useUpdate } from '@/components/connections/view/use-change';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

export function ArchiveDialog({ connection, onClose }: ActDialogProps) {
  const t = useTranslations('connections.archive');
  const { mutate, isPending, error } = useUpdate({ said: t('done'), onClose });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => mutate({ id: connection.id, archived: true })}
      title={t('title', { name: connection.name })}
      description={t(connection.state === 'revoked' ? 'textRevoked' : 'text')}
      action={t('action')}
      pending={isPending}
    >
      <FailureCallout error={error} />
    </ConfirmDialog>
  );
}
