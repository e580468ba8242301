'use client';

import { useMutation } from '@tanstack/react-query';
import { useSettled } from '@/components/connections/use-settled';
import { say } from '@/components/ui/say';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';

type Ending = { said: string; onClose: () => void };

/** A change made in a dialog: done, it closes and a word is said; refused, it stays and says why. */
export function useUpdate(ending: Ending) {
  return useMutation(useApi().connections.update.mutationOptions({ onSuccess: useEnding(ending) }));
}

export function usePause(ending: Ending) {
  return useMutation(useApi().connections.pause.mutationOptions({ onSuccess: useEnding(ending) }));
}

function useEnding({ said, onClose }: Ending) {
  const settled = useSettled();
  return async (connection: Connection) => {
    await settled(connection);
    onClose();
    say(said);
  };
}
