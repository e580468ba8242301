'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Icon } from '@/components/ui/icon';
import { VaultFailure } from '@/components/vault/failure';
import type { VaultState } from '@/contract/vault';
import { useApi } from '@/lib/api';
import { useSession } from '@/lib/session';
import { vaultState } from '@/lib/vault-queries';

type RewrapKeysProps = Pick<VaultState, 'masterKey'> & {
  /** The id of what says why there is nothing to do. */
  whyNot: string | undefined;
};

/** Wraps the data keys with the current master key. */
export function RewrapKeys({ masterKey: { fingerprint, of }, whyNot }: RewrapKeysProps) {
  const t = useTranslations('vault.rewrap');
  const api = useApi();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const rewrap = useMutation(
    api.vault.rewrap.mutationOptions({
      onSuccess: (state) => {
        setOpen(false);
        queryClient.setQueryData(vaultState(api).queryKey, state);
      },
    }),
  );
  if (!useSession().may('vault.write')) return null;
  const close = () => {
    rewrap.reset();
    setOpen(false);
  };
  return (
    <>
      {/* Done, it keeps the focus that the dialog gives back, and can be read. */}
      <Button
        icon={<Icon name="refresh-cw" />}
        aria-disabled={whyNot !== undefined || undefined}
        aria-describedby={whyNot}
        onClick={() => !whyNot && setOpen(true)}
        className="aria-disabled:cursor-not-allowed aria-disabled:opacity-50"
      >
        {t('action')}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={close}
        onConfirm={() => rewrap.mutate()}
        title={t('title')}
        description={t('text', { of, fingerprint })}
        action={t('action')}
        pending={rewrap.isPending}
      >
        <VaultFailure error={rewrap.error} />
      </ConfirmDialog>
    </>
  );
}
