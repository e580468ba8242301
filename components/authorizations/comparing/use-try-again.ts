'use client';

import { useMutation } from '@tanstack/react-query';
import type { Authorization } from '@/contract/authorizations';
import { useApi } from '@/lib/api';
import { useStartAgain } from '../use-start-again';

/** Drops the token held aside, and starts over for the same connection. */
export function useTryAgain(authorization: Authorization) {
  const api = useApi();
  const { startAgain, ...start } = useStartAgain(authorization);
  const drop = useMutation(api.authorizations.cancel.mutationOptions({ onSuccess: startAgain }));
  return {
    tryAgain: () => drop.mutate({ id: authorization.id }),
    pending: drop.isPending || start.pending,
    error: drop.error ?? start.error,
  };
}
