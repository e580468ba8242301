'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureCallout } from '@/components/account/failure';
import { SessionRow } from '@/components/account/session-row';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Panel } from '@/components/ui/panel';
import { say } from '@/components/ui/say';
import { ownSessions } from '@/lib/account-queries';
import { useApi } from '@/lib/api';

/** Browsers that are signed in as this person, and the way to end what should not be. */
export function SessionsPanel() {
  const t = useTranslations('account.sessions');
  const [api, queryClient] = [useApi(), useQueryClient()];
  const { data: sessions = [], error } = useQuery(ownSessions(api));
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.account.sessions.key() });
  const end = useMutation(
    api.account.endSession.mutationOptions({
      onSuccess: () => say(t('ended')),
      onSettled: refresh,
    }),
  );
  return (
    <Panel
      title={t('title')}
      count={sessions.length}
      actions={sessions.length > 1 && <EndOthers onEnded={() => void refresh()} />}
    >
      <p className="mb-3 text-mute">{t('text')}</p>
      <FailureCallout error={error ?? end.error} />
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
    </Panel>
  );
}

function EndOthers({ onEnded }: { onEnded: () => void }) {
  const t = useTranslations('account.sessions');
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const end = useMutation(
    api.account.endOtherSessions.mutationOptions({
      onSuccess: ({ ended }) => {
        onEnded();
        setAsking(false);
        say(t('othersEnded', { count: ended }));
      },
    }),
  );
  return (
    <>
      <Button size="sm" variant="danger-quiet" onClick={() => setAsking(true)}>
        {t('endOthers')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => end.mutate(undefined)}
        title={t('endOthersTitle')}
        description={t('endOthersText')}
        action={t('endOthers')}
        danger
        pending={end.isPending}
      >
        <FailureCallout error={end.error} />
      </ConfirmDialog>
    </>
  );
}
