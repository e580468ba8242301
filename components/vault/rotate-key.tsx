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

/** Begins a rotation, or goes back to the key before while that is not retired. */
export function RotateKey({ state: { keys, rotation } }: { state: VaultState }) {
  const t = useTranslations('vault.rotate');
  const [asked, ask] = useState<'rotate' | 'back' | null>(null);
  const rotate = useRotate(() => ask(null));
  if (!useSession().may('vault.write')) return null;
  const mayGoBack = keys.some(({ use }) => use === 'opening');
  const which = asked ?? 'rotate';
  const close = () => {
    rotate.reset();
    ask(null);
  };
  return (
    <>
      {mayGoBack && (
        <Button onClick={() => ask('back')}>
          <Icon name="undo-2" />
          {t('back.action')}
        </Button>
      )}
      <Button variant="primary" disabled={rotation !== null} onClick={() => ask('rotate')}>
        <Icon name="rotate-cw" />
        {t('rotate.action')}
      </Button>
      <ConfirmDialog
        open={asked !== null}
        onClose={close}
        onConfirm={() => rotate.mutate({ back: which === 'back' })}
        title={t(`${which}.title`)}
        description={t(`${which}.text`)}
        action={t(`${which}.action`)}
        pending={rotate.isPending}
      >
        <VaultFailure error={rotate.error} />
      </ConfirmDialog>
    </>
  );
}

function useRotate(onDone: () => void) {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(
    api.vault.rotate.mutationOptions({
      onSuccess: (state) => {
        queryClient.setQueryData(vaultState(api).queryKey, state);
        onDone();
      },
    }),
  );
}
