'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkVerdict, type Verdict } from '@/components/connections/view/check-verdict';
import { useSettled } from '@/components/connections/use-settled';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';
import { useStartAuthorization } from '@/lib/use-start-authorization';

export type Acts = ReturnType<typeof useActs>;

/** What can be done to a connection in one press, and how the last press ended. */
export function useActs(connection: Connection) {
  const [api, queryClient] = [useApi(), useQueryClient()];
  const onSuccess = useSettled();
  const { id, app } = connection;
  const [checked, setChecked] = useState<{ verdict: Verdict; state: Connection['state'] }>();
  const authorization = useStartAuthorization();
  // Refused, often because somebody else was quicker: then what is shown is old.
  const onError = () => void queryClient.invalidateQueries({ queryKey: api.connections.key() });
  const check = useMutation(api.connections.check.mutationOptions({ onSuccess, onError }));
  const resume = useMutation(api.connections.resume.mutationOptions({ onSuccess, onError }));
  const update = useMutation(api.connections.update.mutationOptions({ onSuccess, onError }));

  function forget() {
    setChecked(undefined);
    for (const { reset } of [authorization, check, resume, update]) reset();
  }
  function begin(act: () => void) {
    forget();
    act();
  }
  return {
    check: () =>
      begin(() =>
        check.mutate(
          { id },
          { onSuccess: (after) => setChecked({ verdict: checkVerdict(connection, after), state: after.state }) },
        ),
      ),
    checking: check.isPending,
    /** How the check ended; no more once something else has changed the state. */
    verdict: checked?.state === connection.state ? checked.verdict : undefined,
    reauthorize: () => begin(() => authorization.start({ appId: app.id, connectionId: id })),
    reauthorizing: authorization.pending,
    resume: () => begin(() => resume.mutate({ id })),
    resuming: resume.isPending,
    restore: () => begin(() => update.mutate({ id, archived: false })),
    restoring: update.isPending,
    error: authorization.error ?? check.error ?? resume.error ?? update.error,
  };
}
