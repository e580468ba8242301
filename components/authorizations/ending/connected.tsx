'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { Authorization } from '@/contract/authorizations';
import { useApi } from '@/lib/api';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { StepCard } from '../step-card';
import { ConnectedFacts } from './connected-facts';
import { Twin } from './twin';

/** What the new grant reaches; names follow a moment later. */
export function Connected({ authorization }: { authorization: Authorization }) {
  const t = useTranslations('authorizations.ending');
  const { team, may } = useSession();
  const { connectionId, reauthorizes } = authorization;
  const { data: connection } = useConnection(connectionId);
  return (
    <StepCard
      current={3}
      sign={{ icon: <Icon name="circle-check" />, tone: 'ok' }}
      title={t(reauthorizes ? 'connected.reauthorized' : 'connected.title')}
      lead={t(reauthorizes ? 'connected.reauthorizedLead' : 'connected.lead')}
    >
      {connection && <ConnectedFacts connection={connection} />}
      {connection?.tiktokUser && !reauthorizes && <Twin authorizationId={authorization.id} connection={connection} />}
      <div className="flex flex-wrap justify-end gap-2">
        {may('authorizations.create') && (
          <LinkButton href={paths.connect(team.slug)} variant="ghost">
            {t('connected.another')}
          </LinkButton>
        )}
        {connectionId && (
          <LinkButton href={paths.connection(team.slug, connectionId)} variant="primary">
            {t('openConnection')}
            <Icon name="arrow-right" />
          </LinkButton>
        )}
      </div>
    </StepCard>
  );
}

function useConnection(id: string | null) {
  const api = useApi();
  return useQuery(
    api.connections.get.queryOptions({
      input: { id: id ?? '' },
      enabled: id !== null,
      refetchInterval: ({ state }) => (state.data?.inspected === false ? 1500 : false),
    }),
  );
}
