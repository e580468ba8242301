'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { VaultFailure } from '@/components/vault/failure';
import { useApi } from '@/lib/api';
import { useSession } from '@/lib/session';
import { vaultState } from '@/lib/vault-queries';

/** Takes a key that seals nothing any more out of use. */
export function RetireKey({ id }: { id: number }) {
  const t = useTranslations('vault.retire');
  const api = useApi();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const retire = useMutation(
    api.vault.retire.mutationOptions({
      onSuccess: (state) => {
        setOpen(false);
        queryClient.setQueryData(vaultState(api).queryKey, state);
      },
    }),
  );
  if (!useSession().may('vault.write')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={t('label', { id })}>
        {t('action')}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={() => retire.mutate({ id })}
        title={t('title', { id })}
        description={t('text')}
        action={t('action')}
        pending={retire.isPending}
        danger
      >
        <VaultFailure error={retire.error} />
      </ConfirmDialog>
    </>
  );
}
