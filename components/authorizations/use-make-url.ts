'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useApi } from '@/lib/api';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

type Made = { appId: string; redirectUrl?: string; connectionId?: string; expiresInMinutes: number };

/** An Authorized URL for somebody else, and the page that waits for them. `onMade` gets the URL. */
export function useMakeUrl(onMade?: (url: string) => void) {
  const [api, { team }, router, queryClient] = [useApi(), useSession(), useRouter(), useQueryClient()];
  const { mutate, isPending, isSuccess, error } = useMutation(
    api.authorizations.create.mutationOptions({
      onSuccess: ({ id, url }) => {
        onMade?.(url);
        void queryClient.invalidateQueries({ queryKey: api.authorizations.list.key() });
        router.push(paths.authorization(team.slug, id));
      },
    }),
  );
  const make = ({ appId, ...rest }: Made) => mutate({ id: appId, bound: false, ...rest });
  return { make, pending: isPending || isSuccess, error };
}
