'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useApi } from './api';
import { paths } from './paths';
import { useSession } from './session';

type Start = {
  appId: string;
  /** Absent: this deployment's own callback where the app has it, else its first redirect URL. */
  redirectUrl?: string;
  /** Re-authorizes this connection in place. */
  connectionId?: string;
};

/**
 * "Connect now", and "Re-authorize": makes an Authorized URL that only this browser may come back from, and goes there.
 * Where TikTok's redirect will not load, it opens beside the page that waits for its address.
 */
export function useStartAuthorization() {
  const api = useApi();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { team } = useSession();
  const { mutate, isPending, isSuccess, error, reset } = useMutation(
    api.authorizations.create.mutationOptions({
      onSuccess: async ({ id, url }) => {
        if (comesBackHere(url)) return window.location.assign(url);
        window.open(url, '_blank', 'noopener');
        await queryClient.invalidateQueries({ queryKey: api.authorizations.key() });
        router.push(paths.authorization(team.slug, id));
      },
    }),
  );
  const start = ({ appId, ...rest }: Start) => mutate({ id: appId, bound: true, ...rest });
  useEffect(() => {
    const onBack = ({ persisted }: PageTransitionEvent) => persisted && reset();
    window.addEventListener('pageshow', onBack);
    return () => window.removeEventListener('pageshow', onBack);
  }, [reset]);
  // It stays pending while the browser leaves: a second press would make a second one.
  return { start, pending: isPending || isSuccess, error, reset };
}

function comesBackHere(url: string): boolean {
  return new URL(url).searchParams.get('redirect_uri') === `${window.location.origin}/callback`;
}
