'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { say } from '@/components/ui/say';
import { useApi } from '@/lib/api';

type Endings = { onCreated: (id: string) => void; onChanged: () => void };

/** Making a tag, and putting tags on many connections or taking them off. */
export function useTagging({ onCreated, onChanged }: Endings) {
  const t = useTranslations('connections.tagging');
  const [api, queryClient] = [useApi(), useQueryClient()];
  const create = useMutation(
    api.tags.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.tags.key() });
        onCreated(id);
      },
    }),
  );
  const change = useMutation(
    api.connections.tag.mutationOptions({
      onSuccess: async ({ changed }) => {
        const touched = [api.connections.key(), api.tags.key(), api.views.key()];
        await Promise.all(touched.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
        onChanged();
        void say(t('done', { count: changed }));
      },
    }),
  );
  return { create, change };
}
