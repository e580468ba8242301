'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Authorization } from '@/contract/authorizations';
import { useApi } from '@/lib/api';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { StatusBadge } from '../status-badge';
import { decidingOptions } from './list-options';
import { NextAct } from './next-act';
import { TimeLeft } from './time-left';

/** Codes to accept and tokens to compare: above everything else, because a code lives an hour. */
export function Deciding() {
  const t = useTranslations('authorizations.list');
  const { data } = useQuery(decidingOptions(useApi()));
  if (!data?.rows.length) return null;
  return (
    <Panel title={t('attention')} count={data.total}>
      <ul className="grid gap-2">
        {data.rows.map((authorization) => (
          <Item key={authorization.id} authorization={authorization} />
        ))}
      </ul>
    </Panel>
  );
}

function Item({ authorization }: { authorization: Authorization }) {
  const { team } = useSession();
  const { id, status, app, connectionName } = authorization;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <StatusBadge status={status} />
      <TextLink href={paths.authorization(team.slug, id)}>{connectionName ?? app.name}</TextLink>
      <TimeLeft authorization={authorization} />
      <span className="ms-auto">
        <NextAct authorization={authorization} />
      </span>
    </li>
  );
}
