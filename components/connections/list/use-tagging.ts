'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { say } from '@/components/ui/say';
import { useApi } from '@/lib/api';

/** Putting tags on many connections, or taking them off. */
export function useTagging(onChanged: () => void) {
  const t = useTranslations('connections.tagging');
  const [api, queryClient] = [useApi(), useQueryClient()];
  return useMutation(
    api.connections.tag.mutationOptions({
      onSuccess: async ({ changed }) => {
        const touched = [api.connections.key(), api.tags.key(), api.views.key()];
        await Promise.all(touched.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
        onChanged();
        say(t('done', { count: changed }));
      },
    }),
  );
}
