'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { say } from '@/components/ui/say';
import type { View } from '@/contract/views';
import { useApi } from '@/lib/api';
import { ViewFailure } from './view-failure';

/** Makes what a list shows the filter of the view that it came from. */
export function SaveChanges({ view: { id, name }, query }: { view: View; query: string }) {
  const t = useTranslations('shell.views');
  const [api, queryClient] = [useApi(), useQueryClient()];
  const { mutate, isPending, error } = useMutation(
    api.views.update.mutationOptions({
      onSuccess: async () => {
        say(t('saved', { name }));
        await queryClient.invalidateQueries({ queryKey: api.views.key() });
      },
    }),
  );
  return (
    <>
      <Button
        size="sm"
        className="max-w-full"
        icon={<Icon name="bookmark" />}
        pending={isPending}
        onClick={() => mutate({ id, query })}
      >
        <span className="truncate">{t('saveChanges', { name })}</span>
      </Button>
      <ViewFailure error={error} />
    </>
  );
}
