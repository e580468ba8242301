'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Failure } from '@/components/keys/failure';
import { LastUse } from '@/components/keys/last-use';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Fact, Facts } from '@/components/ui/facts';
import { say } from '@/components/ui/say';
import type { ApiKey } from '@/contract/api-keys';
import { useApi } from '@/lib/api';

/** Says what used the key last, before whatever it was stops working. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTranslations('keys');
  const [api, client] = [useApi(), useQueryClient()];
  const { mutate, isPending, error } = useMutation(
    api.apiKeys.revoke.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.apiKeys.key() });
        onClose();
        say(t('revoke.done', { name: apiKey.name }));
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      danger
      onClose={onClose}
      onConfirm={() => mutate({ id: apiKey.id })}
      pending={isPending}
      title={t('revoke.title', { name: apiKey.name })}
      description={t('revoke.text')}
      action={t('revoke.button')}
    >
      <Facts>
        <Fact name={t('column.lastUsed')}>
          <LastUse apiKey={apiKey} />
        </Fact>
      </Facts>
      <Failure error={error} />
    </ConfirmDialog>
  );
}
