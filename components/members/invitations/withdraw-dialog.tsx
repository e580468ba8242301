'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Failure } from '@/components/members/failure';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { say } from '@/components/ui/say';
import type { Invitation } from '@/contract/invitations';
import { useApi } from '@/lib/api';

type WithdrawDialogProps = { invitation: Invitation; onClose: () => void };

export function WithdrawDialog({ invitation: { id, email }, onClose }: WithdrawDialogProps) {
  const t = useTranslations('members.invitations');
  const [api, client] = [useApi(), useQueryClient()];
  const { mutate, isPending, error } = useMutation(
    api.invitations.withdraw.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.invitations.key() });
        onClose();
        say(t('withdrawn', { email }));
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      danger
      onClose={onClose}
      onConfirm={() => mutate({ id })}
      pending={isPending}
      title={t('withdrawTitle', { email })}
      description={t('withdrawText')}
      action={t('withdraw')}
    >
      <Failure error={error} />
    </ConfirmDialog>
  );
}
