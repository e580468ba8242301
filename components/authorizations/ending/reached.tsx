'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { CopyableId } from '@/components/ui/copyable-id';
import { Icon } from '@/components/ui/icon';
import type { Connection } from '@/contract/connections';
import type { Grant } from '@/contract/grants';
import { useApi } from '@/lib/api';
import { newAdvertisersOf, someAdvertisersOf } from '@/lib/connection-queries';

const pollMs = 1500;
const mostPolls = 20;

/** The first advertisers that it reaches, those before the others that the team has never seen. Names follow. */
export function Reached({ connection }: { connection: Connection }) {
  const t = useTranslations('authorizations.ending.connected');
  const [api, { id, advertiserCount }] = [useApi(), connection];
  const news = useQuery({ ...newAdvertisersOf(api, id), refetchInterval: untilNamed }).data;
  const some = useQuery({ ...someAdvertisersOf(api, id), refetchInterval: untilNamed }).data;
  if (!news || !some) return null;
  const { total: count, rows } = news;
  const marked = count > 0 && count < advertiserCount;
  const shown = [...rows, ...some.rows.filter(({ newToTeam }) => !newToTeam)].slice(0, 6);
  return (
    <>
      {count > 0 && (
        <p className="mt-1 flex items-center gap-1.5 font-medium text-accent">
          <Icon name="circle-plus" className="size-4 shrink-0" />
          {t(marked ? 'someNew' : 'allNew', { count, total: advertiserCount })}
        </p>
      )}
      <ul aria-label={t('advertisers')} className="mt-1.5 divide-y border-y">
        {shown.map((grant) => (
          <Row key={grant.advertiserId} grant={grant} marked={marked && grant.newToTeam} />
        ))}
      </ul>
      {advertiserCount > shown.length && (
        <p className="mt-1 text-mute">{t('more', { count: advertiserCount - shown.length })}</p>
      )}
    </>
  );
}

function Row({ grant: { advertiserId, name }, marked }: { grant: Grant; marked: boolean }) {
  const t = useTranslations('authorizations.ending.connected');
  return (
    <li className="flex flex-wrap items-center gap-x-3 py-1">
      <span dir="auto" className="min-w-0 flex-1 basis-40 truncate" title={name ?? undefined}>
        {name ?? <span className="text-mute">{t('nameless')}</span>}
      </span>
      {marked && (
        <Badge tone="accent" icon={<Icon name="circle-plus" />}>
          {t('newToTeam')}
        </Badge>
      )}
      <CopyableId id={advertiserId} className="text-mute" />
    </li>
  );
}

type Named = { state: { data?: { rows: Grant[] }; dataUpdateCount: number } };
const untilNamed = ({ state: { data, dataUpdateCount } }: Named) =>
  data?.rows.some(({ name }) => name === null) && dataUpdateCount < mostPolls ? pollMs : (false as const);
