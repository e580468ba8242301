'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ActDialogProps } from '@/components/connections/act-dialog';
import { Refusal } from '@/components/connections/revoke/refusal';
import { RevokeForm } from '@/components/connections/revoke/revoke-form';
import { useSettled } from '@/components/connections/use-settled';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { useApi } from '@/lib/api';

/** Ends the grant at TikTok: what is lost, why, are you sure, and what TikTok answered. */
export function RevokeDialog({ connection, onClose }: ActDialogProps) {
  const t = useTranslations('connections.revoke');
  const [api, queryClient, settled] = [useApi(), useQueryClient(), useSettled()];
  const revoke = useMutation(
    api.connections.revoke.mutationOptions({
      onSuccess: async (after) => {
        await Promise.all([settled(after), queryClient.invalidateQueries({ queryKey: api.apps.key() })]);
      },
    }),
  );
  const { name, tiktokUser } = connection;
  return (
    <Dialog
      alert
      open
      onClose={onClose}
      busy={revoke.isPending}
      size="md"
      title={t(revoke.isSuccess ? 'over' : 'title', { name })}
      description={!revoke.isSuccess && t('text', { user: tiktokUser?.name ?? tiktokUser?.email ?? t('theUser') })}
      footer={revoke.isSuccess && <Button onClick={onClose}>{t('done')}</Button>}
    >
      {revoke.isSuccess ? (
        <Callout tone="ok" icon={<Icon name="circle-check" />} title={t('revoked')} announce>
          {t('revokedText')}
        </Callout>
      ) : (
        <RevokeForm
          connection={connection}
          pending={revoke.isPending}
          refusal={
            <Refusal
              error={revoke.error}
              at={new Date(revoke.submittedAt).toISOString()}
              appId={connection.app.appId}
            />
          }
          onRevoke={(reason) => revoke.mutate({ id: connection.id, reason })}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}
