'use client';

import { useMutation } from '@tanstack/react-query';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useApi } from '@/lib/api';
import { Problem } from './problem';
import { useSettled } from './use-settled';

export type Discard = { id: string; title: string; text: string; action: string };

/** Asks, then withdraws what waits, or drops what came back. */
export function DiscardDialog({ discard, open, onClose }: { discard: Discard; open: boolean; onClose: () => void }) {
  const [api, settled] = [useApi(), useSettled()];
  const { id, title, text, action } = discard;
  const cancel = useMutation(
    api.authorizations.cancel.mutationOptions({
      onSuccess: async (authorization) => {
        onClose();
        await settled(authorization);
      },
    }),
  );
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => cancel.mutate({ id })}
      title={title}
      description={text}
      action={action}
      danger
      pending={cancel.isPending}
    >
      <Problem error={cancel.error} />
    </ConfirmDialog>
  );
}
