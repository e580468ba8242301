'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { say } from '@/components/ui/say';
import { useSettled } from '@/components/connections/use-settled';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';
import { useStartAuthorization } from '@/lib/use-start-authorization';

export type Remedies = Omit<ReturnType<typeof useRemedies>, 'failed'>;

/** What the rows' buttons do, one for the whole table: whose is under way, and what failed last. */
export function useRemedies() {
  const t = useTranslations('connections');
  const api = useApi();
  const settled = useSettled();
  const [latest, setLatest] = useState<Connection>();
  const start = useStartAuthorization();
  const onSuccess = async (connection: Connection) => {
    await settled(connection);
    const { name, state, lastCheckError } = connection;
    const word = lastCheckError ? t('checkUnsettled') : t(`state.${state}`);
    say(t('list.settled', { name, state: word }));
  };
  const check = useMutation(api.connections.check.mutationOptions({ onSuccess }));
  const resume = useMutation(api.connections.resume.mutationOptions({ onSuccess }));

  function begin(connection: Connection, act: () => void) {
    for (const { reset } of [start, check, resume]) reset();
    setLatest(connection);
    act();
  }
  const error = start.error ?? check.error ?? resume.error;
  const pending = start.pending || check.isPending || resume.isPending;
  return {
    pending: pending ? latest?.id : undefined,
    failed: error && latest ? { name: latest.name, error } : undefined,
    reauthorize: (connection: Connection) =>
      begin(connection, () => start.start({ appId: connection.app.id, connectionId: connection.id })),
    check: (connection: Connection) => begin(connection, () => check.mutate({ id: connection.id })),
    resume: (connection: Connection) => begin(connection, () => resume.mutate({ id: connection.id })),
  };
}
