'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EndDialog } from '@/components/account/end-dialog';
import { FailureCallout, wantsPassword } from '@/components/account/failure';
import { SessionRow } from '@/components/account/session-row';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { say } from '@/components/ui/say';
import { ownSessions } from '@/lib/account-queries';
import { useApi } from '@/lib/api';

/** Browsers that are signed in as this person, and the way to end what should not be. */
export function SessionsPanel({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations('account.sessions');
  const [api, queryClient] = [useApi(), useQueryClient()];
  const { data: sessions = [], error } = useQuery(ownSessions(api));
  // The one that wants a proof first; null: all others.
  const [asking, setAsking] = useState<string | null>();
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.account.sessions.key() });
  const end = useMutation(
    api.account.endSession.mutationOptions({
      onSuccess: () => say(t('ended')),
      onError: (error, { id }) => wantsPassword(error) && setAsking(id),
      onSettled: refresh,
    }),
  );
  const all = (
    <Button size="sm" variant="danger-quiet" onClick={() => setAsking(null)}>
      {t('endOthers')}
    </Button>
  );
  return (
    <Panel title={t('title')} count={sessions.length} actions={sessions.length > 1 && all}>
      <p className="mb-3 text-mute">{t('text')}</p>
      <FailureCallout error={error ?? end.error} told={wantsPassword(end.error)} />
      <ul className="divide-y">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            ending={end.isPending && end.variables.id === session.id}
            onEnd={() => end.mutate({ id: session.id })}
          />
        ))}
      </ul>
      {asking !== undefined && (
        <EndDialog
          id={asking}
          hasPassword={hasPassword}
          onClose={() => setAsking(undefined)}
          onSettled={() => void refresh()}
        />
      )}
    </Panel>
  );
}
