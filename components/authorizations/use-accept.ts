'use client';

import { useMutation } from '@tanstack/react-query';
import { useApi } from '@/lib/api';
import { useSettled } from './use-settled';

/** Takes the code that a copied Authorized URL brought. */
export function useAccept() {
  const [api, settled] = [useApi(), useSettled()];
  return useMutation(api.authorizations.accept.mutationOptions({ onSuccess: settled }));
}
