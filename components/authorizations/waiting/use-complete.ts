'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useApi } from '@/lib/api';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { useSettled } from '../use-settled';

/** Sends what was pasted. Its state may name another authorization of the team: that one is finished, and shown. */
export function useComplete(authorizationId: string) {
  const [api, { team }, router, settled] = [useApi(), useSession(), useRouter(), useSettled()];
  const { mutate, isPending, error, reset } = useMutation(
    api.authorizations.complete.mutationOptions({
      onSuccess: async (authorization) => {
        await settled(authorization);
        if (authorization.id !== authorizationId) router.push(paths.authorization(team.slug, authorization.id));
      },
    }),
  );
  const complete = (input: { pasted: string; override: boolean }) => mutate({ authorizationId, ...input });
  return { complete, pending: isPending, error, reset };
}
