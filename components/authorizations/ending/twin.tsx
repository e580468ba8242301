'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';
import { twinsOf } from '@/lib/connection-queries';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { Problem } from '../problem';
import { useSettled } from '../use-settled';

type TwinProps = { authorizationId: string; connection: Connection };

/** The same person was connected before: renew that connection, or keep both. */
export function Twin({ authorizationId, connection: { id, tiktokUser } }: TwinProps) {
  const t = useTranslations('authorizations.ending.connected.twin');
  const [api, settled] = [useApi(), useSettled()];
  const { team, may } = useSession();
  const [earlier] = useQuery(twinsOf(api, id)).data ?? [];
  const renew = useMutation(api.authorizations.renew.mutationOptions({ onSuccess: settled }));
  if (!earlier) return null;
  const { name } = earlier;
  return (
    <>
      <Callout
        tone="accent"
        icon={<Icon name="users" />}
        title={t('title', { name, user: tiktokUser?.name ?? tiktokUser?.id ?? '' })}
        actions={
          <>
            {may('authorizations.create') && (
              <Button
                pending={renew.isPending}
                onClick={() => renew.mutate({ id: authorizationId, connectionId: earlier.id })}
              >
                {t('renew', { name })}
              </Button>
            )}
            <LinkButton variant="ghost" href={paths.connection(team.slug, earlier.id)}>
              {t('open', { name })}
            </LinkButton>
          </>
        }
      >
        {t('text', { name })}
      </Callout>
      <Problem error={renew.error} />
    </>
  );
}
