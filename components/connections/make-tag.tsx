'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FailureCallout } from '@/components/connections/failure';
import { Button } from '@/components/ui/button';
import type { Choice } from '@/components/ui/choice-list';
import { Icon } from '@/components/ui/icon';
import { useApi } from '@/lib/api';

const longest = 40;

type MakeTagProps = { text: string; choices: readonly Choice[] | undefined; onMade: (id: string) => void };

/** A tag that is not there yet is made as it is typed. */
export function MakeTag({ text, choices, onMade }: MakeTagProps) {
  const t = useTranslations('connections.tagging');
  const [api, queryClient] = [useApi(), useQueryClient()];
  const create = useMutation(
    api.tags.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.tags.key() });
        onMade(id);
      },
    }),
  );
  const name = text.slice(0, longest);
  return (
    <>
      {name && !choices?.some(({ label }) => label === name) && (
        <Button
          variant="ghost"
          size="sm"
          className="justify-self-start"
          icon={<Icon name="plus" />}
          pending={create.isPending}
          onClick={() => create.mutate({ name })}
        >
          {t('create', { name })}
        </Button>
      )}
      <FailureCallout error={create.error} />
    </>
  );
}
