'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { say } from '@/components/ui/say';
import type { App } from '@/contract/apps';
import { FailureCallout } from '@/components/apps/failure';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { LinkButton } from '@/components/ui/link-button';
import { readFailure } from '@/lib/api-failure';
import { useApi } from '@/lib/api';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

type RemoveAppProps = { app: App; open: boolean; onClose: () => void };

/** Asks before an app goes. While connections live it says how many and where, instead. */
export function RemoveApp({ app, open, onClose }: RemoveAppProps) {
  const t = useTranslations('apps.remove');
  const api = useApi();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { team } = useSession();
  const { mutate, isPending, isSuccess, error, reset } = useMutation(
    api.apps.remove.mutationOptions({
      onSuccess: async () => {
        router.push(paths.apps(team.slug));
        say(t('removed', { name: app.name }));
        await queryClient.invalidateQueries({ queryKey: api.apps.list.key() });
      },
    }),
  );
  const failure = error && readFailure(error);
  const blockers = failure?.reason === 'app_has_connections' ? Number(failure.data.connections) : app.connectionCount;

  function close() {
    reset();
    onClose();
  }

  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      onConfirm={() => mutate({ id: app.id })}
      title={t('title', { name: app.name })}
      description={blockers > 0 ? undefined : t('text')}
      action={t('action')}
      danger
      pending={isPending || isSuccess}
      disabled={blockers > 0}
    >
      {blockers > 0 ? (
        <Callout
          tone="broken"
          icon={<Icon name="ban" />}
          title={t('blocked', { count: blockers })}
          announce
          actions={
            <LinkButton href={`${paths.connections(team.slug)}?appId=${app.id}`}>
              {t('showConnections', { count: blockers })}
            </LinkButton>
          }
        >
          {t('blockedText', { count: blockers })}
        </Callout>
      ) : (
        <FailureCallout error={error} />
      )}
    </ConfirmDialog>
  );
}
