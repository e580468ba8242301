'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';
import { newAdvertisersOf } from '@/lib/connection-queries';

/** How many of what it reaches the team has never seen before. Where all are, none has to be marked among the others. */
export function useNews({ id, advertiserCount }: Connection) {
  const count = useQuery(newAdvertisersOf(useApi(), id)).data?.total ?? 0;
  return { count, marked: count > 0 && count < advertiserCount };
}

type NewAdvertisersProps = { connection: Connection; children?: ReactNode };

/** The same in a line, and what can be done about it; nothing where none is new. */
export function NewAdvertisers({ connection, children }: NewAdvertisersProps) {
  const t = useTranslations('connections.advertisers');
  const { count, marked } = useNews(connection);
  if (count === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-accent">
      <span className="inline-flex items-center gap-1.5 font-medium">
        <Icon name="circle-plus" className="size-4" />
        {t(marked ? 'someNew' : 'allNew', { count, total: connection.advertiserCount })}
      </span>
      {marked && children}
    </p>
  );
}

export function NewBadge() {
  const t = useTranslations('connections.advertisers');
  return (
    <Badge tone="accent" icon={<Icon name="circle-plus" />} className="shrink-0 self-start">
      {t('newToTeam')}
    </Badge>
  );
}
